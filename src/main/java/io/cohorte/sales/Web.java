package io.cohorte.sales;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Sorts what is known of a buyer in one product into purchases. It is pure. */
final class Web {

    private Web() {}

    /** The purchases of some facts, each fact in one of them. */
    static List<Purchase> purchases(Collection<SaleFact> facts, SaleSettings settings) {
        return adopt(tied(facts)).stream().map(it -> Purchase.of(it, settings)).toList();
    }

    /** Facts that share a code of a subscription or of a transaction, be it by way of another, are of one purchase. */
    private static List<List<SaleFact>> tied(Collection<SaleFact> facts) {
        Map<String, List<SaleFact>> byCode = new LinkedHashMap<>();
        for (SaleFact fact : facts.stream().sorted(SaleFact.IN_ORDER).toList()) {
            List<SaleFact> bundle = new ArrayList<>(List.of(fact));
            for (String code : codes(fact)) {
                List<SaleFact> other = byCode.get(code);
                if (other != null && other != bundle) {
                    bundle.addAll(other);
                }
            }
            List<SaleFact> whole = bundle.stream().distinct().toList();
            whole.forEach(it -> codes(it).forEach(code -> byCode.put(code, whole)));
        }
        return byCode.values().stream().distinct().toList();
    }

    private static Set<String> codes(SaleFact fact) {
        Set<String> codes = new TreeSet<>();
        add(codes, fact.source() + " transaction ", fact.transaction());
        add(codes, fact.source() + " subscription ", fact.subscription());
        return codes;
    }

    private static void add(Set<String> codes, String kind, @Nullable String code) {
        if (code != null) {
            codes.add(kind + code);
        }
    }

    /**
     * What is told of a subscription under a code that nobody ever paid by is of the buyer's newest subscription at that
     * time: a cancellation is matched by code, then by address (product.md 1.12).
     */
    private static List<List<SaleFact>> adopt(List<List<SaleFact>> bundles) {
        List<List<SaleFact>> paid = new ArrayList<>();
        List<List<SaleFact>> orphans = new ArrayList<>();
        bundles.forEach(it ->
                (it.stream().allMatch(fact -> fact.transaction() == null) ? orphans : paid).add(new ArrayList<>(it)));
        List<List<SaleFact>> all = new ArrayList<>(paid);
        for (List<SaleFact> orphan : orphans) {
            List<SaleFact> left = new ArrayList<>();
            for (SaleFact fact : orphan) {
                newestSubscription(paid, fact).ifPresentOrElse(it -> it.add(fact), () -> left.add(fact));
            }
            if (!left.isEmpty()) {
                all.add(left);
            }
        }
        return all;
    }

    private static Optional<List<SaleFact>> newestSubscription(List<List<SaleFact>> paid, SaleFact orphan) {
        return paid.stream()
                .filter(bundle -> bundle.stream()
                        .anyMatch(it -> it.source() == orphan.source()
                                && it.subscription() != null
                                && it.transaction() != null
                                && it.buyer().equals(orphan.buyer())))
                .filter(bundle -> firstPaid(bundle)
                        .map(it -> !it.isAfter(orphan.occurredAt()))
                        .orElse(false))
                .max(Comparator.comparing(
                                (List<SaleFact> bundle) -> firstPaid(bundle).orElseThrow())
                        .thenComparing(bundle -> codes(bundle.get(0)).toString()));
    }

    private static Optional<Instant> firstPaid(List<SaleFact> bundle) {
        return bundle.stream()
                .filter(it -> it.paid() != null && it.transaction() != null)
                .map(it -> it.requirePaid().approvedAt())
                .min(Comparator.naturalOrder());
    }
}
