package io.cohorte.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Instant;
import java.util.UUID;

/** Makes ids: UUID version 7, so that rows made one after the other lie one after the other. */
public final class Ids {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Ids() {}

    /** A new id, later in order than every one this program made before. */
    public static UUID next() {
        return GENERATOR.generate();
    }

    /** The smallest id there could be of a moment, exact to the millisecond: every id made from then on is later. */
    public static UUID earliestAt(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16 | VERSION, VARIANT);
    }

    /** When an id was made, exact to the millisecond. */
    public static Instant momentOf(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
