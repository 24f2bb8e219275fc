package io.cohorte.demo;

import io.cohorte.catalog.ProductQueries;
import io.cohorte.catalog.Products;
import io.cohorte.demo.DemoPlan.GroupPlan;
import io.cohorte.demo.DemoPlan.OfferPlan;
import io.cohorte.demo.DemoPlan.ProductPlan;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.groups.Groups;
import io.cohorte.offers.Lasting;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.Offers;
import io.cohorte.offers.Price;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.ProductRef;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Builds the products of the demo with their groups, offers and content. */
@Component
class DemoProducts {

    private final Products products;
    private final ProductQueries views;
    private final Groups groups;
    private final GroupQueries existing;
    private final Offers offers;
    private final DemoContent content;
    private final Clock clock;

    DemoProducts(
            Products products,
            ProductQueries views,
            Groups groups,
            GroupQueries existing,
            Offers offers,
            DemoContent content,
            Clock clock) {
        this.products = products;
        this.views = views;
        this.groups = groups;
        this.existing = existing;
        this.offers = offers;
        this.content = content;
        this.clock = clock;
    }

    DemoProduct build(AreaId area, ProductPlan plan, Actor owner) {
        ProductRef ref = products.create(area, plan.name(), plan.format(), plan.zone(), owner);
        Map<String, GroupId> opened = new HashMap<>();
        List<PastedList> lists = new ArrayList<>();
        lists.add(new PastedList(first(ref), plan.firstGroupShare()));
        for (GroupPlan group : plan.groups()) {
            GroupId id = groups.open(ref, group.name(), owner);
            opened.put(group.name(), id);
            lists.add(new PastedList(id, group.share()));
        }
        plan.offers().forEach(offer -> offer(ref, offer, opened, owner));
        plan.modules().forEach(module -> content.write(ref, module, opened, owner));
        plan.mistakes().forEach(lists.get(0)::add);
        LocalDate today = views.get(ref).today(clock);
        return new DemoProduct(ref, today, plan.share(), lists);
    }

    /** The group a product is born with is its default one. */
    private GroupId first(ProductRef ref) {
        return existing.choices(ref.id()).stream()
                .filter(GroupChoice::isDefault)
                .findAny()
                .orElseThrow()
                .id();
    }

    private void offer(ProductRef ref, OfferPlan plan, Map<String, GroupId> opened, Actor owner) {
        Price price = Price.of(plan.price(), plan.currency());
        GroupId group = plan.group() == null ? null : opened.get(plan.group());
        OfferId id = offers.create(ref, plan.name(), price, new Lasting(plan.days(), plan.period()), group, owner);
        if (!plan.active()) {
            offers.deactivate(ref, id, owner);
        }
    }
}
