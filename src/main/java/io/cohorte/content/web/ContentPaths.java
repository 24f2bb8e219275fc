package io.cohorte.content.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.content.PageId;
import io.cohorte.web.AreaPass;
import java.util.UUID;

/** Where commands on content lead to. */
final class ContentPaths {

    private ContentPaths() {}

    static String outline(AreaPass area, ProductView product) {
        return "redirect:" + content(area, product);
    }

    /** The outline, at a module. */
    static String module(AreaPass area, ProductView product, UUID module) {
        return outline(area, product) + "#m-" + module;
    }

    /** The outline, at a page. */
    static String page(AreaPass area, ProductView product, UUID page) {
        return outline(area, product) + "#p-" + page;
    }

    static String editor(AreaPass area, ProductView product, PageId page) {
        return outline(area, product) + "/pages/" + page + "/edit";
    }

    /** Below which the files of a page are served. */
    static String files(AreaPass area, ProductView product, PageId page) {
        return content(area, product) + "/pages/" + page + "/files";
    }

    private static String content(AreaPass area, ProductView product) {
        return area.path() + "/products/" + product.ref().id() + "/content";
    }
}
