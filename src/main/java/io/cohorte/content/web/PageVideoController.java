package io.cohorte.content.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.content.PageId;
import io.cohorte.content.PageReading;
import io.cohorte.content.PageUploads;
import io.cohorte.content.PageVideos;
import io.cohorte.content.Pages;
import io.cohorte.shared.Permission;
import io.cohorte.shared.StaleEdit;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Flash;
import io.cohorte.web.Forms;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The video of a page: linked, uploaded or none; shown or offline. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/content/pages/{page}/files/video")
class PageVideoController {

    private final FilesPage screen;
    private final PageVideos videos;
    private final PageUploads uploads;
    private final Pages pages;

    PageVideoController(FilesPage screen, PageVideos videos, PageUploads uploads, Pages pages) {
        this.screen = screen;
        this.videos = videos;
        this.uploads = uploads;
        this.pages = pages;
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/link")
    String link(
            AreaPass area,
            ProductView product,
            @PathVariable UUID page,
            Visitor visitor,
            @ModelAttribute("linkForm") LinkForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        boolean done = Forms.submit(
                errors,
                () -> videos.link(
                        product.ref(), new PageId(page), form.read(), form.openedOrNone(), visitor.asActor()));
        if (!done) {
            return screen.show(product, screen.get(product, page), model);
        }
        Flash.say(redirect, "content.flash.video-saved");
        return "redirect:" + FilesPage.path(area, product, page);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/upload")
    String upload(
            AreaPass area,
            ProductView product,
            @PathVariable UUID page,
            Visitor visitor,
            @ModelAttribute("videoForm") @Nullable FileForm sent,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        FileForm form = required(sent);
        form.check(errors);
        boolean done = Forms.submit(
                errors,
                () -> uploads.showVideo(
                        product.ref(), new PageId(page), form.upload(), form.openedOrNone(), visitor.asActor()));
        if (!done) {
            return screen.show(product, screen.get(product, page), model);
        }
        Flash.say(redirect, "content.flash.video-saved");
        return "redirect:" + FilesPage.path(area, product, page);
    }

    @Requires(Permission.EDIT_CONTENT)
    @GetMapping("/remove")
    String remove(ProductView product, @PathVariable("page") UUID id, Model model) {
        PageReading page = screen.get(product, id);
        model.addAttribute("page", page);
        model.addAttribute("product", product);
        return "content/video-remove";
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/remove")
    String remove(
            AreaPass area,
            ProductView product,
            @PathVariable UUID page,
            @RequestParam(defaultValue = "") String opened,
            Visitor visitor,
            RedirectAttributes redirect) {
        try {
            videos.remove(product.ref(), new PageId(page), opened, visitor.asActor());
            Flash.say(redirect, "content.flash.video-removed");
        } catch (StaleEdit another) {
            Flash.warn(redirect, "content.video.another");
        }
        return "redirect:" + FilesPage.path(area, product, page);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/offline")
    String takeOffline(
            AreaPass area, ProductView product, @PathVariable UUID page, Visitor visitor, RedirectAttributes redirect) {
        pages.takeVideoOffline(product.ref(), new PageId(page), visitor.asActor());
        Flash.say(redirect, "content.flash.video-offline");
        return "redirect:" + FilesPage.path(area, product, page);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/online")
    String putOnline(
            AreaPass area, ProductView product, @PathVariable UUID page, Visitor visitor, RedirectAttributes redirect) {
        pages.putVideoOnline(product.ref(), new PageId(page), visitor.asActor());
        Flash.say(redirect, "content.flash.video-online");
        return "redirect:" + FilesPage.path(area, product, page);
    }

    /** Text in place of a file makes no form at all: no browser sends that. */
    static FileForm required(@Nullable FileForm sent) {
        if (sent == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return sent;
    }
}
