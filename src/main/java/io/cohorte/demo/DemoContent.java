package io.cohorte.demo;

import io.cohorte.access.AccessRules;
import io.cohorte.access.Audience;
import io.cohorte.access.Expiry;
import io.cohorte.access.Release;
import io.cohorte.access.Rules;
import io.cohorte.access.Schedule;
import io.cohorte.access.Subject;
import io.cohorte.content.ContentQueries;
import io.cohorte.content.ModuleId;
import io.cohorte.content.Modules;
import io.cohorte.content.PageId;
import io.cohorte.content.Pages;
import io.cohorte.demo.DemoPlan.ModulePlan;
import io.cohorte.demo.DemoPlan.PagePlan;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductRef;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes what the products of the demo teach, to whom and when. */
@Component
class DemoContent {

    private final Modules modules;
    private final Pages pages;
    private final ContentQueries content;
    private final AccessRules rules;
    private final GroupQueries groups;

    DemoContent(Modules modules, Pages pages, ContentQueries content, AccessRules rules, GroupQueries groups) {
        this.modules = modules;
        this.pages = pages;
        this.content = content;
        this.rules = rules;
        this.groups = groups;
    }

    /** @param opened the product's groups by name, but for the one it was born with */
    void write(ProductRef product, ModulePlan plan, Map<String, GroupId> opened, Actor owner) {
        ModuleId module = modules.create(product, plan.name(), plan.description(), owner);
        plan.pages().forEach(it -> write(product, module, it, opened, owner));
        if (plan.groups() != null) {
            Rules ofModule = new Rules(chosen(plan.groups(), opened), Map.of());
            rules.set(product, new Subject.OfModule(module), ofModule, 0, owner);
        }
        if (plan.published()) {
            modules.publish(product, module, owner);
        }
    }

    private void write(ProductRef product, ModuleId module, PagePlan plan, Map<String, GroupId> opened, Actor owner) {
        PageId page = pages.create(product, module, plan.title(), owner);
        long version = content.page(product.id(), page).version();
        pages.write(product, page, plan.title(), String.join("\n", plan.text()), version, owner);
        Rules ofPage = rules(product, plan, opened);
        if (!ofPage.equals(Rules.OF_A_PAGE)) {
            rules.set(product, new Subject.OfPage(page), ofPage, 0, owner);
        }
        if (plan.published()) {
            pages.publish(product, page, owner);
        }
    }

    private Rules rules(ProductRef product, PagePlan plan, Map<String, GroupId> opened) {
        Audience audience = plan.groups() == null ? new Audience.Inherited() : chosen(plan.groups(), opened);
        Schedule schedule = new Schedule(
                plan.opensAfter() == null ? new Release.AtOnce() : new Release.AfterPurchase(plan.opensAfter()),
                plan.lasts() == null ? new Expiry.Never() : new Expiry.AfterRelease(plan.lasts()));
        return new Rules(audience, schedule.equals(Schedule.ALWAYS) ? Map.of() : forEach(product, schedule));
    }

    private Map<GroupId, Schedule> forEach(ProductRef product, Schedule schedule) {
        return groups.choices(product.id()).stream()
                .map(GroupChoice::id)
                .collect(Collectors.toMap(Function.identity(), it -> schedule));
    }

    private static Audience chosen(List<String> names, Map<String, GroupId> opened) {
        return new Audience.Chosen(names.stream().map(opened::get).collect(Collectors.toSet()));
    }
}
