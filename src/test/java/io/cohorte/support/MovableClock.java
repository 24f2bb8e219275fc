package io.cohorte.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of a test: the real one, until it is moved. */
public final class MovableClock extends Clock {

    private Duration offset = Duration.ZERO;

    public synchronized void moveTo(Instant instant) {
        offset = Duration.between(Instant.now(), instant);
    }

    public synchronized void reset() {
        offset = Duration.ZERO;
    }

    @Override
    public synchronized Instant instant() {
        return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
