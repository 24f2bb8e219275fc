package io.cohorte.catalog;

import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import io.cohorte.shared.StaleEdit;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.ApplicationEventPublisher;

/** The door for commands on products. */
@CommandService
public class Products {

    private final ProductRepository products;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Products(ProductRepository products, ApplicationEventPublisher events, Clock clock) {
        this.products = products;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Creates a product. Its default group is born with it, by a listener in this transaction.
     *
     * @param name 1 to 200 characters
     */
    public ProductRef create(AreaId area, String name, ProductFormat format, ZoneId zone, Actor actor) {
        ProductRef ref = new ProductRef(area, ProductId.next());
        products.saveAndFlush(new Product(ref, name, format, zone, clock.instant()));
        events.publishEvent(new ProductCreated(actor, ref, name, format, zone));
        return ref;
    }

    /**
     * Renames a product, changes its zone and says when its pages are done. Anchors and rule dates are days and stay
     * (product.md D9), and so does what students have marked.
     *
     * @param doneAtEnd whether a page is done once a student reaches its end; else they mark it themselves
     * @param opened the version the edit began with
     * @throws StaleEdit if somebody saved the product since
     */
    public void describe(ProductRef ref, String name, ZoneId zone, boolean doneAtEnd, long opened, Actor actor) {
        Product product = get(ref);
        StaleEdit.check(opened, product.version());
        ProductDescribed change = new ProductDescribed(
                actor, ref, product.name(), name, product.zone(), zone, product.isDoneAtEnd(), doneAtEnd);
        if (change.isEffective()) {
            product.describe(name, zone, doneAtEnd);
            events.publishEvent(change);
        }
    }

    /** Archives a product; nothing happens to one that is archived. */
    public void archive(ProductRef ref, Actor actor) {
        Product product = get(ref);
        if (!product.isArchived()) {
            product.archive(clock.instant());
            events.publishEvent(new ProductArchived(actor, ref));
        }
    }

    /** Brings an archived product back; nothing happens to one that is not archived. */
    public void bringBack(ProductRef ref, Actor actor) {
        Product product = get(ref);
        if (product.isArchived()) {
            product.bringBack();
            events.publishEvent(new ProductBroughtBack(actor, ref));
        }
    }

    private Product get(ProductRef ref) {
        return products.findByAreaIdAndId(ref.area().value(), ref.id().value())
                .orElseThrow(() -> new NotFound("product"));
    }
}
