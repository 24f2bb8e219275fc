package io.cohorte.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What whoever confirms an import decides for all its lines (product.md D14, D15, D20).
 *
 * @param moves whether students who are in another group of the product go to that of their line
 * @param redates whether students who are in take the day of purchase their line gives
 * @param allOrNone whether nobody is brought in while a line is refused
 * @param holdsMail whether the mails wait until staff let them go
 */
@Embeddable
public record ImportOptions(
        @Column(name = "moves") boolean moves,
        @Column(name = "redates") boolean redates,
        @Column(name = "all_or_none") boolean allOrNone,
        @Column(name = "holds_mail") boolean holdsMail) {

    /** What an import does by itself: it leaves those who are in alone, takes the good lines and sends mail. */
    public static ImportOptions usual() {
        return new ImportOptions(false, false, false, false);
    }
}
