package io.cohorte.access;

import io.cohorte.content.ModuleId;
import io.cohorte.content.PageId;
import java.util.UUID;

/** What has rules: a module or a page. */
public sealed interface Subject {

    record OfModule(ModuleId module) implements Subject {}

    record OfPage(PageId page) implements Subject {}

    default UUID value() {
        return this instanceof OfModule it
                ? it.module().value()
                : ((OfPage) this).page().value();
    }
}
