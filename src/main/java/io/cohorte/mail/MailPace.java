package io.cohorte.mail;

import java.time.Duration;

/** Lets so many a second pass, at even distances, however many threads ask. */
class MailPace {

    private final long distance;
    private long next = System.nanoTime();

    /** @param rate a second */
    MailPace(int rate) {
        this.distance = Duration.ofSeconds(1).toNanos() / rate;
    }

    /** Waits for the caller's turn. */
    void await() throws InterruptedException {
        long pause = turn(System.nanoTime());
        if (pause > 0) {
            Thread.sleep(pause / 1_000_000, (int) (pause % 1_000_000));
        }
    }

    /** @return how long the caller has to wait, in nanoseconds; turns that nobody took are lost */
    synchronized long turn(long now) {
        long mine = next - now > 0 ? next : now;
        next = mine + distance;
        return mine - now;
    }
}
