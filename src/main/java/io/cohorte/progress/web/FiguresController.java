package io.cohorte.progress.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.progress.FigureQueries;
import io.cohorte.progress.Figures;
import io.cohorte.progress.Figures.GroupFigures;
import io.cohorte.progress.Share;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.Permission;
import io.cohorte.web.Requires;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tab Progreso: who is active, how far each group is, and where people stop. */
@Controller
class FiguresController {

    private final FigureQueries figures;

    FiguresController(FigureQueries figures) {
        this.figures = figures;
    }

    /** @param group whose pages are asked for; nothing for those of all groups */
    @Requires(Permission.SERVE_STUDENTS)
    @GetMapping("/areas/{area}/products/{product}/progress")
    String show(ProductView product, @RequestParam(defaultValue = "") String group, Model model) {
        Figures found = figures.of(product, read(group));
        model.addAttribute("figures", found);
        model.addAttribute("bars", bars(found));
        model.addAttribute("shares", Share.values());
        model.addAttribute("group", chosen(found, group));
        model.addAttribute("product", product);
        return "progress/figures";
    }

    private static Map<GroupId, ShareBar> bars(Figures figures) {
        return figures.groups().stream()
                .filter(it -> it.mean() != null)
                .collect(Collectors.toMap(it -> it.group().id(), ShareBar::of));
    }

    private static @Nullable GroupChoice chosen(Figures figures, String group) {
        return group.isEmpty()
                ? null
                : figures.groups().stream()
                        .map(GroupFigures::group)
                        .filter(it -> it.id().toString().equals(group))
                        .findAny()
                        .orElseThrow(() -> new NotFound("group"));
    }

    private static @Nullable GroupId read(String group) {
        try {
            return group.isEmpty() ? null : new GroupId(UUID.fromString(group));
        } catch (IllegalArgumentException noId) {
            throw new NotFound("group");
        }
    }
}
