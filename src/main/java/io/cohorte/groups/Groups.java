package io.cohorte.groups;

import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.Ids;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductRef;
import io.cohorte.shared.StaleEdit;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** The door for commands on the groups of a product. */
@CommandService
public class Groups {

    private final ProductGroupsRepository products;
    private final MembershipRows memberships;
    private final GroupQueries queries;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Groups(
            ProductGroupsRepository products,
            MembershipRows memberships,
            GroupQueries queries,
            ApplicationEventPublisher events,
            Clock clock) {
        this.products = products;
        this.memberships = memberships;
        this.queries = queries;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a group.
     *
     * @param name 1 to 100 characters
     * @throws GroupNameTaken if the product has a group of that name, in whatever case
     */
    public GroupId open(ProductRef product, String name, Actor actor) {
        ProductGroups groups = forChange(product);
        GroupId id = groups.open(name, clock.instant());
        products.flush();
        events.publishEvent(new GroupOpened(actor, product, id, name));
        return id;
    }

    /**
     * Renames a group.
     *
     * @param opened the version the edit began with
     * @throws GroupNameTaken if another group of the product has that name, in whatever case
     * @throws StaleEdit if somebody saved the group since
     */
    public void rename(ProductRef product, GroupId id, String name, long opened, Actor actor) {
        ProductGroups groups = forChange(product);
        Group group = groups.get(id);
        StaleEdit.check(opened, group.version());
        String before = group.name();
        if (!before.equals(name)) {
            groups.rename(id, name);
            products.flush();
            events.publishEvent(new GroupRenamed(actor, product, id, before, name));
        }
    }

    /** Lets the students of a group comment or not from now on; nothing happens where they may as they did. */
    public void letComment(ProductRef product, GroupId id, CommentSetting setting, Actor actor) {
        Group group = forChange(product).get(id);
        CommentSetting before = group.comments();
        if (before != setting) {
            group.letComment(setting);
            products.flush();
            events.publishEvent(new GroupCommentsChanged(actor, product, id, before, setting));
        }
    }

    /** Makes a group the default one; nothing happens if it is. */
    public void makeDefault(ProductRef product, GroupId id, Actor actor) {
        ProductGroups groups = forChange(product);
        GroupId before = groups.defaultGroup();
        groups.makeDefault(id);
        if (!before.equals(id)) {
            events.publishEvent(new DefaultGroupChanged(actor, product, before, id));
        }
    }

    /**
     * Closes a group: its students move to the default group, and what else referred to it lets go of it by listening
     * to {@link GroupClosed}, all in this transaction. The group's name stays in the history.
     *
     * @return how many students were moved, former ones not counted
     * @throws DefaultGroupStays if it is the default group
     */
    public long close(ProductRef product, GroupId id, Actor actor) {
        ProductGroups groups = forChange(product);
        String name = groups.get(id).name();
        GroupId to = groups.defaultGroup();
        groups.close(id);
        long students = queries.studentsIn(product.id(), id);
        UUID command = Ids.next();
        long moved = memberships.moveOutOf(product.id(), id, to, new Cause(command, HistoryCause.GROUP_CLOSED, actor));
        events.publishEvent(new GroupClosed(actor, product, id, name, to, moved, command));
        products.flush();
        return students;
    }

    private ProductGroups forChange(ProductRef product) {
        return products.findForChange(product.id().value()).orElseThrow(() -> new NotFound("product"));
    }
}
