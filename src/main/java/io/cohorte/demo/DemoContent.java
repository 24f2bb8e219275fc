package io.cohorte.demo;

import io.cohorte.content.ContentQueries;
import io.cohorte.content.ModuleId;
import io.cohorte.content.Modules;
import io.cohorte.content.PageId;
import io.cohorte.content.Pages;
import io.cohorte.demo.DemoPlan.ModulePlan;
import io.cohorte.demo.DemoPlan.PagePlan;
import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductRef;
import org.springframework.stereotype.Component;

/** Writes what the products of the demo teach. */
@Component
class DemoContent {

    private final Modules modules;
    private final Pages pages;
    private final ContentQueries content;

    DemoContent(Modules modules, Pages pages, ContentQueries content) {
        this.modules = modules;
        this.pages = pages;
        this.content = content;
    }

    void write(ProductRef product, ModulePlan plan, Actor owner) {
        ModuleId module = modules.create(product, plan.name(), plan.description(), owner);
        plan.pages().forEach(it -> write(product, module, it, owner));
        if (plan.published()) {
            modules.publish(product, module, owner);
        }
    }

    private void write(ProductRef product, ModuleId module, PagePlan plan, Actor owner) {
        PageId page = pages.create(product, module, plan.title(), owner);
        long version = content.page(product.id(), page).version();
        pages.write(product, page, plan.title(), String.join("\n", plan.text()), version, owner);
        if (plan.published()) {
            pages.publish(product, page, owner);
        }
    }
}
