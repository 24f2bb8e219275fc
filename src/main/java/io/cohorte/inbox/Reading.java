package io.cohorte.inbox;

import io.cohorte.checkout.OrderId;
import io.cohorte.inbox.Decision.Code;
import io.cohorte.inbox.StripePayments.OfInvoice;
import io.cohorte.sales.SaleEvent;
import io.cohorte.sales.SaleEventKind;
import io.cohorte.shared.ProductRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says.
 *
 * @param event the provider's name of what happened; null where nobody can tell
 * @param buyer the address as it was sent; null where there is none
 * @param told what it tells of products of ours
 * @param state what becomes of the entry where nothing is told: never {@code WAITING} or {@code APPLIED}
 * @param paid which invoice a payment was for, where it says so
 * @param decisions what is to be said of it besides
 * @param unlinked what it names that is linked to nothing of ours, as {@code inbox_entries.unlinked} keeps it
 */
record Reading(
        @Nullable String event,
        @Nullable Instant occurredAt,
        @Nullable String buyer,
        List<Told> told,
        EntryState state,
        @Nullable OfInvoice paid,
        List<Decision> decisions,
        List<String> unlinked) {

    /** Of what says nothing of invoices. */
    Reading(
            @Nullable String event,
            @Nullable Instant occurredAt,
            @Nullable String buyer,
            List<Told> told,
            EntryState state,
            List<Decision> decisions,
            List<String> unlinked) {
        this(event, occurredAt, buyer, told, state, null, decisions, unlinked);
    }

    /**
     * Something that happened to a purchase of a product of ours, or to the order it would be by.
     *
     * @param event null where no purchase began
     * @param order null where it is by none of ours
     */
    record Told(
            ProductRef product,
            @Nullable SaleEvent event,
            @Nullable OrderNews order) {

        Told(ProductRef product, SaleEvent event) {
            this(product, event, null);
        }
    }

    /** What happened, as far as the order goes. */
    record OrderNews(OrderId order, SaleEventKind happened) {}

    /** Of what the program failed to read. */
    static final Reading NOTHING = new Reading(null, null, null, List.of(), EntryState.STUCK, List.of(), List.of());

    static Reading of(
            String event,
            @Nullable Instant occurredAt,
            @Nullable String buyer,
            EntryState state,
            Code code,
            @Nullable String detail) {
        return new Reading(event, occurredAt, buyer, List.of(), state, List.of(Decision.of(code, detail)), List.of());
    }
}
