package io.cohorte.access.web;

import io.cohorte.access.AccessQueries;
import io.cohorte.access.CellState;
import io.cohorte.access.Curriculum;
import io.cohorte.access.Matrix;
import io.cohorte.catalog.ProductView;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.shared.Permission;
import io.cohorte.web.Requires;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The tab Accesos: which group finds which page open, on a day and so many days after the purchase. */
@Controller
class MatrixController {

    private final AccessQueries access;
    private final GroupQueries groups;
    private final MessageSource messages;
    private final Clock clock;

    MatrixController(AccessQueries access, GroupQueries groups, MessageSource messages, Clock clock) {
        this.access = access;
        this.groups = groups;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param filter of whose day any moment would do: pages open and close with the first instant of a day */
    @Requires(Permission.EDIT_CONTENT)
    @GetMapping("/areas/{area}/products/{product}/access")
    String show(
            ProductView product,
            @ModelAttribute("filter") MatrixFilter filter,
            BindingResult errors,
            Locale locale,
            Model model) {
        Curriculum curriculum = access.curriculum(product);
        List<GroupChoice> all = groups.choices(product.ref().id());
        List<GroupChoice> columns = filter.columns(all);
        LocalDate today = product.today(clock);
        LocalDate day = filter.day(today, errors);
        int days = filter.daysSincePurchase(errors);
        Matrix matrix = Matrix.of(
                curriculum,
                columns.stream().map(GroupChoice::id).toList(),
                day.equals(today)
                        ? clock.instant()
                        : day.atStartOfDay(product.zone()).toInstant(),
                days);
        matrix = columns.size() < all.size() ? matrix.differing() : matrix;
        matrix = filter.isOfNobody() ? matrix.seenByNobody() : matrix;
        MatrixView view = new MatrixView.Pen(messages, locale, product.zone()).draw(matrix, columns, filter);
        model.addAttribute("matrix", view);
        model.addAttribute("groups", all);
        model.addAttribute("states", CellState.values());
        model.addAttribute("hasPages", !curriculum.pages().isEmpty());
        model.addAttribute("narrows", !filter.asParameters().isEmpty());
        model.addAttribute("day", day);
        model.addAttribute("days", days);
        model.addAttribute("bought", day.minusDays(days));
        model.addAttribute("span", DaySpan.of(curriculum, day, today));
        model.addAttribute("product", product);
        return "access/matrix";
    }
}
