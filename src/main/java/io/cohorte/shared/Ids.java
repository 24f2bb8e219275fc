package io.cohorte.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Makes ids: UUID version 7, so that rows made one after the other lie one after the other. */
public final class Ids {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** A new id, later in order than every one this program made before. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
