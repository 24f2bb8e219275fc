package io.cohorte.inbox;

import io.cohorte.sales.Recorded;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was decided about an entry, shown in words by {@code inbox.decision.<code>}.
 *
 * @param code a {@code Recorded.Effect} of {@code sales}, or one of {@link Code}
 * @param product of ours that it concerns; null for none
 * @param detail what the vendor said that it turned on, such as the name of an unknown product; null for nothing
 */
public record Decision(
        String code,
        @Nullable UUID product,
        @Nullable UUID purchase,
        @Nullable UUID student,
        @Nullable String detail) {

    /** What is decided here, before anything gets to {@code sales}. */
    public enum Code {
        /** A kind of event that changes no access; the detail is its name. */
        LOGGED,
        /** A kind of event nobody knows; the detail is its name. */
        UNKNOWN_EVENT,
        TEST,
        /** The detail is the name of the vendor's product. */
        UNLINKED_PRODUCT,
        /** The detail is the code of the vendor's offer. */
        UNLINKED_OFFER,
        /** There is no address to enrol, or one that can't be. */
        NO_ADDRESS,
        /** Neither a transaction nor a subscription is named. */
        NO_REFERENCE,
        /** No product is named. */
        NO_PRODUCT,
        /** It is of a payment by card that is not known, or not yet; the detail is the provider's code of it. */
        UNKNOWN_PAYMENT,
        /** The payment by card was given up; the detail is the number of the order. */
        NOT_PAID,
        /** Of a change of plan, none or several of the plans are said to be the present one. */
        AMBIGUOUS_PLAN,
        /** The product is archived and enrols nobody; the detail is its name. */
        ARCHIVED,
        /** The program failed at it, several times: a fault of ours. */
        FAILED
    }

    /** What {@code sales} did. */
    static List<Decision> of(ProductId product, Recorded recorded) {
        AccountId student = recorded.student();
        return recorded.effects().stream()
                .map(it -> new Decision(
                        it.name(),
                        product.value(),
                        recorded.purchase(),
                        student == null ? null : student.value(),
                        null))
                .toList();
    }

    static Decision of(Code code, @Nullable String detail) {
        return new Decision(code.name(), null, null, null, detail);
    }
}
