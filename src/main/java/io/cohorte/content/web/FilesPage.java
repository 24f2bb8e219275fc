package io.cohorte.content.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.content.FileKind;
import io.cohorte.content.FileQueries;
import io.cohorte.content.FileSize;
import io.cohorte.content.PageId;
import io.cohorte.content.PageReading;
import io.cohorte.web.AreaPass;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The screen of a page's video and files, in which each form comes back with its own errors. */
@Component
class FilesPage {

    private final FileQueries files;

    FilesPage(FileQueries files) {
        this.files = files;
    }

    PageReading get(ProductView product, UUID page) {
        return files.page(product.ref().id(), new PageId(page));
    }

    /** Fills in what the handler that calls it has not put there: forms that are not the one that was sent. */
    String show(ProductView product, PageReading page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("product", product);
        model.addAttribute("space", files.space(product.ref().area()));
        for (FileKind kind : FileKind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            model.addAttribute(name + "Most", files.most(kind));
            model.addAttribute(name + "MostSize", FileSize.of(files.most(kind)));
            putIfAbsent(model, name + "Form", FileForm.BLANK);
        }
        putIfAbsent(model, "linkForm", LinkForm.of(page));
        return "content/files";
    }

    private static void putIfAbsent(Model model, String name, Object form) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, form);
        }
    }

    static String path(AreaPass area, ProductView product, UUID page) {
        return area.path() + "/products/" + product.ref().id() + "/content/pages/" + page + "/files";
    }
}
