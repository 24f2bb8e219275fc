package io.cohorte.console;

import io.cohorte.catalog.ProductView;
import io.cohorte.groups.GrantKind;
import io.cohorte.groups.StudentQueries;
import io.cohorte.groups.StudentQueries.GrantView;
import io.cohorte.groups.StudentQueries.HistoryView;
import io.cohorte.groups.StudentQueries.StudentView;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.OfferQueries;
import io.cohorte.offers.OfferView;
import io.cohorte.sales.PurchaseQueries;
import io.cohorte.sales.PurchaseView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together why a student is in a product, and why in that group of it. */
@Component
class StudentReasons {

    private final StudentQueries students;
    private final PurchaseQueries purchases;
    private final OfferQueries offers;

    StudentReasons(StudentQueries students, PurchaseQueries purchases, OfferQueries offers) {
        this.students = students;
        this.purchases = purchases;
        this.offers = offers;
    }

    /**
     * A reason for access with what it rests on.
     *
     * @param purchase null where it is none, or isn't recorded
     */
    public record Reason(GrantView grant, @Nullable PurchaseView purchase) {

        /** The import it rests on; null where it is none. */
        public @Nullable UUID run() {
            return grant.kind() == GrantKind.IMPORT ? grant.reference() : null;
        }
    }

    /**
     * Everything that has to do with it.
     *
     * @param grants the newest first
     * @param links to the public page of each offer that a purchase was made by
     */
    public record Reasons(List<Reason> grants, WhyInGroup why, List<HistoryView> history, Map<OfferId, String> links) {}

    Reasons of(ProductView product, StudentView student) {
        List<GrantView> grants = students.grants(product.ref().id(), student.student());
        List<HistoryView> history = students.history(product.ref(), student.student());
        List<PurchaseView> bought = purchases.of(product.ref().id(), student.student());
        Map<UUID, PurchaseView> byId = bought.stream().collect(Collectors.toMap(PurchaseView::id, Function.identity()));
        return new Reasons(
                grants.stream()
                        .map(it -> new Reason(it, byId.get(it.reference())))
                        .toList(),
                WhyInGroup.of(history, student.placedBy(), grants, bought),
                history,
                links(product, bought));
    }

    private Map<OfferId, String> links(ProductView product, List<PurchaseView> bought) {
        List<OfferId> of = bought.stream()
                .map(PurchaseView::offer)
                .filter(Objects::nonNull)
                .toList();
        if (of.isEmpty()) {
            return Map.of();
        }
        return offers.of(product.ref().id()).stream()
                .filter(it -> of.contains(it.id()))
                .collect(Collectors.toMap(OfferView::id, OfferView::link));
    }
}
