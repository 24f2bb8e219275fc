package io.cohorte.access;

import io.cohorte.access.RuleRows.Saved;
import io.cohorte.content.ContentQueries;
import io.cohorte.content.Outline;
import io.cohorte.content.PageId;
import io.cohorte.groups.GroupGone;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import io.cohorte.shared.StaleEdit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** The door for commands on the rules of modules and pages. */
@CommandService
public class AccessRules {

    private final RuleRows rows;
    private final RuleStates states;
    private final ContentQueries content;
    private final GroupQueries groups;
    private final ApplicationEventPublisher events;

    AccessRules(
            RuleRows rows,
            RuleStates states,
            ContentQueries content,
            GroupQueries groups,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.states = states;
        this.content = content;
        this.groups = groups;
        this.events = events;
    }

    /**
     * Says which groups a module or page is for, and when.
     *
     * @param opened the version the edit began with
     * @throws StaleEdit if somebody changed these rules since
     * @throws GroupGone if a group is there no more
     */
    public void set(ProductRef product, Subject subject, Rules rules, long opened, Actor actor) {
        Saved before = forChange(product.id(), subject);
        StaleEdit.check(opened, before.version());
        write(product, subject, before.rules(), rules, actor);
    }

    /** Adds a group to those a page is for, besides those it is for now; nothing happens if it is among them. */
    public void include(ProductRef product, PageId page, GroupId group, Actor actor) {
        Subject subject = new Subject.OfPage(page);
        Saved before = forChange(product.id(), subject);
        write(product, subject, before.rules(), including(product.id(), page, before.rules(), group), actor);
    }

    /**
     * Says when one group sees a page.
     *
     * @param schedule null to have it as the module has it
     * @param opened the version the edit began with
     * @throws StaleEdit if somebody changed the page's rules since
     */
    public void schedule(
            ProductRef product, PageId page, GroupId group, @Nullable Schedule schedule, long opened, Actor actor) {
        Subject subject = new Subject.OfPage(page);
        Saved before = forChange(product.id(), subject);
        StaleEdit.check(opened, before.version());
        Map<GroupId, Schedule> schedules = new HashMap<>(before.rules().schedules());
        if (schedule == null) {
            schedules.remove(group);
        } else {
            schedules.put(group, schedule);
        }
        write(product, subject, before.rules(), new Rules(before.rules().audience(), schedules), actor);
    }

    /** The rules of a page with a group among those it is for. */
    private Rules including(ProductId product, PageId page, Rules own, GroupId group) {
        Outline.PageLine line = content.outline(product).page(page).orElseThrow(() -> new NotFound("page"));
        Rules module = rows.of(product, new Subject.OfModule(line.module())).rules();
        return Rules.including(new PageRules(module, own), group);
    }

    private Saved forChange(ProductId product, Subject subject) {
        Outline outline = content.outline(product);
        boolean present = subject instanceof Subject.OfModule it
                ? outline.module(it.module()).isPresent()
                : outline.page(((Subject.OfPage) subject).page()).isPresent();
        if (!present) {
            throw new NotFound("content");
        }
        return rows.forChange(product, subject);
    }

    private void write(ProductRef product, Subject subject, Rules before, Rules after, Actor actor) {
        if (!before.equals(after)) {
            requirePresent(product.id(), after);
            rows.write(product.id(), subject, after);
            states.record(product.id(), subject.value(), after);
            events.publishEvent(
                    new RulesChanged(actor, product, subject, RuleStates.state(before), RuleStates.state(after)));
        }
    }

    private void requirePresent(ProductId product, Rules rules) {
        Set<GroupId> present =
                groups.choices(product).stream().map(GroupChoice::id).collect(Collectors.toSet());
        Set<GroupId> named = new HashSet<>(rules.schedules().keySet());
        if (rules.audience() instanceof Audience.Chosen chosen) {
            named.addAll(chosen.groups());
        }
        if (!present.containsAll(named)) {
            throw new GroupGone("groups");
        }
    }
}
