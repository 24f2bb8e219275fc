package io.cohorte.access.web;

import io.cohorte.access.AccessQueries;
import io.cohorte.access.Timeline;
import io.cohorte.catalog.ProductView;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.Permission;
import io.cohorte.web.Requires;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** When each page opens and closes for one group, drawn over time. */
@Controller
class TimelineController {

    private final AccessQueries access;
    private final GroupQueries groups;
    private final Clock clock;

    TimelineController(AccessQueries access, GroupQueries groups, Clock clock) {
        this.access = access;
        this.groups = groups;
        this.clock = clock;
    }

    @Requires(Permission.EDIT_CONTENT)
    @GetMapping("/areas/{area}/products/{product}/access/timeline")
    String show(
            ProductView product, @ModelAttribute("filter") TimelineFilter filter, BindingResult errors, Model model) {
        List<GroupChoice> choices = groups.choices(product.ref().id());
        GroupChoice group = filter.group(choices).orElseThrow(() -> new NotFound("group"));
        LocalDate today = product.today(clock);
        LocalDate bought = filter.bought(today, errors);
        Timeline timeline = Timeline.of(access.curriculum(product), group.id(), bought);
        model.addAttribute("chart", TimelineChart.of(timeline, bought, clock.instant(), product.zone()));
        model.addAttribute("groups", choices);
        model.addAttribute("group", group);
        model.addAttribute("bought", bought);
        model.addAttribute("today", today);
        model.addAttribute("product", product);
        return "access/timeline";
    }
}
