package io.cohorte.content.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.content.FileQueries;
import io.cohorte.content.PageId;
import io.cohorte.content.PageReading;
import io.cohorte.content.PageText;
import io.cohorte.content.VideoLink;
import io.cohorte.shared.Permission;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Requires;
import io.cohorte.web.SecurityHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A page as staff read it. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/content/pages/{page}")
class PageViewController {

    private final FileQueries pages;

    PageViewController(FileQueries pages) {
        this.pages = pages;
    }

    /** With {@code ?play} the player of a linked video is shown: before that, its host hears nothing of the visitor. */
    @Requires(Permission.READ_AS_STAFF)
    @GetMapping
    String read(
            AreaPass area,
            ProductView product,
            @PathVariable("page") UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        PageReading page = pages.page(product.ref().id(), new PageId(id));
        VideoLink linked = page.linked();
        boolean playing = linked != null && request.getParameterMap().containsKey("play");
        if (playing) {
            SecurityHeaders.allowFrames(response, linked.host().origin());
        }
        String base = area.path() + "/products/" + product.ref().id() + "/content/pages/" + page.id();
        model.addAttribute("page", page);
        model.addAttribute("base", base);
        model.addAttribute("playing", playing);
        model.addAttribute("html", PageText.html(page.text(), base + "/files"));
        model.addAttribute("product", product);
        model.addAttribute("mayEdit", area.allows(Permission.EDIT_CONTENT));
        return "content/page";
    }
}
