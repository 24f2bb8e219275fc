package io.cohorte.inbox;

import io.cohorte.shared.AreaId;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Under what a payment of Stripe's is known. A subscription's is known by its invoice, while of money that goes back
 * Stripe names the payment alone. What comes before its payment was told waits here until it is.
 */
@Component
class StripePayments {

    private final EntryRows rows;
    private final JdbcClient jdbc;

    StripePayments(EntryRows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /**
     * A payment that paid an invoice.
     *
     * @param payment 1 to 200 characters, as is the invoice
     */
    record OfInvoice(String payment, String invoice) {}

    /** By which an event waits for the payment it is of. */
    static String waitsFor(String transaction) {
        return "s:" + transaction;
    }

    /** Keeps everybody else from telling of a payment, or from waiting for it, until the end of the transaction. */
    void hold(AreaId area, String transaction) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, :seed))")
                .param("key", waitsFor(transaction))
                .param("seed", area.value().getLeastSignificantBits())
                .query((row, number) -> number)
                .list();
    }

    /** The invoice that a payment was for; empty for none, or none that was told. */
    Optional<String> invoice(AreaId area, String payment) {
        return jdbc.sql("SELECT invoice FROM invoice_payments WHERE area_id = :area AND payment = :payment")
                .param("area", area.value())
                .param("payment", payment)
                .query(String.class)
                .optional();
    }

    /** Notes what a payment was for, and has what waits for it worked on again. */
    void note(AreaId area, OfInvoice paid) {
        hold(area, paid.payment());
        jdbc.sql("""
                        INSERT INTO invoice_payments (area_id, payment, invoice) VALUES (:area, :payment, :invoice)
                        ON CONFLICT DO NOTHING
                        """)
                .param("area", area.value())
                .param("payment", paid.payment())
                .param("invoice", paid.invoice())
                .update();
        rows.wake(area, waitsFor(paid.payment()));
    }

    /** Does what tells of a payment, and has what waits for that worked on again. */
    <T> T tell(AreaId area, String transaction, Supplier<T> payment) {
        hold(area, transaction);
        T told = payment.get();
        rows.wake(area, waitsFor(transaction));
        return told;
    }
}
