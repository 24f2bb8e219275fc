package io.cohorte.content;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A page's files go with it, unless another page has them too. */
@Component
class FilesOfRemovedPages {

    private final FileRows rows;

    FilesOfRemovedPages(FileRows rows) {
        this.rows = rows;
    }

    @EventListener
    void removed(PageRemoved removed) {
        rows.removeAll(removed.where().id(), removed.page());
    }
}
