package io.cohorte.console;

import io.cohorte.areas.PeopleQueries;
import io.cohorte.audit.AuditEntry;
import io.cohorte.catalog.ProductQueries;
import io.cohorte.comments.CommentQueries;
import io.cohorte.content.ContentQueries;
import io.cohorte.groups.GroupQueries;
import io.cohorte.offers.CouponQueries;
import io.cohorte.offers.OfferQueries;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.ProductId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the names of what entries of the audit know by id, for many entries at once. */
@Component
class AuditNames {

    private final PeopleQueries people;
    private final ProductQueries products;
    private final GroupQueries groups;
    private final OfferQueries offers;
    private final CouponQueries coupons;
    private final ContentQueries content;
    private final CommentQueries comments;

    AuditNames(
            PeopleQueries people,
            ProductQueries products,
            GroupQueries groups,
            OfferQueries offers,
            CouponQueries coupons,
            ContentQueries content,
            CommentQueries comments) {
        this.people = people;
        this.products = products;
        this.groups = groups;
        this.offers = offers;
        this.coupons = coupons;
        this.content = content;
        this.comments = comments;
    }

    /** The names of today, each by its id; what has none any more is in none of them. */
    record Names(Map<UUID, String> people, Map<UUID, String> products, Map<UUID, String> things) {

        Optional<String> of(UUID id) {
            return Optional.ofNullable(people.get(id))
                    .or(() -> Optional.ofNullable(products.get(id)))
                    .or(() -> Optional.ofNullable(things.get(id)));
        }
    }

    Names of(AreaId area, List<AuditEntry> entries) {
        Set<UUID> ids = new HashSet<>();
        for (AuditEntry entry : entries) {
            Optional.ofNullable(entry.actor()).ifPresent(it -> ids.add(it.value()));
            ids.add(entry.subject());
            addIds(entry.before().values(), ids);
            addIds(entry.after().values(), ids);
        }
        Set<ProductId> inProducts = entries.stream()
                .map(AuditEntry::product)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<UUID, String> things = groups.names(inProducts, ids);
        things.putAll(offers.names(inProducts, ids));
        things.putAll(coupons.codes(inProducts, ids));
        things.putAll(content.names(inProducts, ids));
        things.putAll(comments.pageTitles(inProducts, ids));
        return new Names(
                people.names(area, ids),
                products.of(area).stream()
                        .collect(Collectors.toMap(it -> it.ref().id().value(), it -> it.name())),
                things);
    }

    private static void addIds(Collection<Object> values, Set<UUID> ids) {
        for (Object value : values) {
            if (value instanceof Collection<?> several) {
                addIds(List.copyOf(several), ids);
            } else {
                AuditWords.id(value).ifPresent(ids::add);
            }
        }
    }
}
