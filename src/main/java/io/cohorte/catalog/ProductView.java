package io.cohorte.catalog;

import io.cohorte.shared.ProductRef;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A product as the program reads it.
 *
 * @param zone in which its days are counted
 * @param doneAtEnd whether a student who reaches the end of a page has done it; else they mark it themselves
 * @param version for the form that edits it
 */
public record ProductView(
        ProductRef ref,
        String name,
        ProductFormat format,
        ZoneId zone,
        Instant createdAt,
        boolean archived,
        boolean doneAtEnd,
        long version) {

    /** The same in another zone. */
    public ProductView in(ZoneId other) {
        return new ProductView(ref, name, format, other, createdAt, archived, doneAtEnd, version);
    }

    /** The present day in the product's zone. */
    public LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(zone));
    }
}
