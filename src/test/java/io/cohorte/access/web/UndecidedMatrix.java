package io.cohorte.access.web;

import io.cohorte.access.AccessQueries;
import io.cohorte.access.Cell;
import io.cohorte.access.CellState;
import io.cohorte.access.Curriculum;
import io.cohorte.access.Matrix;
import io.cohorte.access.Matrix.Row;
import io.cohorte.access.Matrix.Section;
import io.cohorte.catalog.ProductView;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.shared.Permission;
import io.cohorte.web.Requires;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** A page for comparison: it reads the rows of the matrix and draws the same table, but decides nothing. */
@TestComponent
@Controller
public class UndecidedMatrix {

    public static final String PATH = "/access/undecided";

    private final AccessQueries access;
    private final GroupQueries groups;
    private final MessageSource messages;
    private final Clock clock;

    UndecidedMatrix(AccessQueries access, GroupQueries groups, MessageSource messages, Clock clock) {
        this.access = access;
        this.groups = groups;
        this.messages = messages;
        this.clock = clock;
    }

    @Requires(Permission.EDIT_CONTENT)
    @GetMapping("/areas/{area}/products/{product}" + PATH)
    String show(ProductView product, @ModelAttribute("filter") MatrixFilter filter, Locale locale, Model model) {
        Curriculum curriculum = access.curriculum(product);
        List<GroupChoice> all = groups.choices(product.ref().id());
        LocalDate today = product.today(clock);
        List<Cell> cells = fixed(all.size(), clock.instant());
        Matrix matrix = new Matrix(curriculum.outline().modules().stream()
                .map(module -> new Section(
                        module,
                        module.pages().stream()
                                .map(page -> new Row(page, cells))
                                .toList()))
                .toList());
        model.addAttribute("matrix", new MatrixView.Pen(messages, locale, product.zone()).draw(matrix, all, filter));
        model.addAttribute("groups", all);
        model.addAttribute("states", CellState.values());
        model.addAttribute("hasPages", true);
        model.addAttribute("narrows", false);
        model.addAttribute("day", today);
        model.addAttribute("days", 0);
        model.addAttribute("bought", today);
        model.addAttribute("span", DaySpan.of(curriculum, today, today));
        model.addAttribute("product", product);
        return "access/matrix";
    }

    private static List<Cell> fixed(int number, Instant opens) {
        CellState[] states = CellState.values();
        return IntStream.range(0, number)
                .mapToObj(it -> states[it % states.length])
                .map(it -> new Cell(it, it == CellState.OPENS ? opens : null))
                .toList();
    }
}
