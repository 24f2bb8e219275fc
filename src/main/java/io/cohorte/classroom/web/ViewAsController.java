package io.cohorte.classroom.web;

import io.cohorte.areas.PeopleQueries;
import io.cohorte.areas.PeopleQueries.PersonView;
import io.cohorte.catalog.ProductView;
import io.cohorte.classroom.ViewId;
import io.cohorte.classroom.Views;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.GroupSummary;
import io.cohorte.groups.StudentQueries;
import io.cohorte.groups.StudentQueries.StudentView;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Permission;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Forms;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Ver como: choose a group or a student, and a moment (product.md part 3, 8). */
@Controller
@RequestMapping("/areas/{area}/products/{product}/view-as")
class ViewAsController {

    private static final int MOST_PEOPLE = 20;

    private final Views views;
    private final GroupQueries groups;
    private final StudentQueries students;
    private final PeopleQueries people;
    private final Clock clock;

    ViewAsController(Views views, GroupQueries groups, StudentQueries students, PeopleQueries people, Clock clock) {
        this.views = views;
        this.groups = groups;
        this.students = students;
        this.people = people;
        this.clock = clock;
    }

    /**
     * As a student of a group who bought on some day.
     *
     * @param at another moment than now, in the product's zone (product.md D27)
     */
    record GroupForm(
            @NotNull UUID group,

            @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate bought,

            @Nullable @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm")
            LocalDateTime at) {}

    /** @param at another moment than now, in the product's zone (product.md D27) */
    record StudentForm(
            @NotNull UUID student,

            @Nullable @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm")
            LocalDateTime at) {}

    @Requires(Permission.READ_AS_STAFF)
    @GetMapping
    String choose(
            AreaPass area,
            ProductView product,
            @RequestParam(name = "q", required = false) @Nullable String text,
            Model model) {
        GroupForm form = new GroupForm(null, product.today(clock), null);
        return form(area, product, text, form, model);
    }

    @Requires(Permission.EDIT_CONTENT)
    @PostMapping("/group")
    String asGroup(
            AreaPass area,
            ProductView product,
            Visitor visitor,
            @Valid @ModelAttribute("form") GroupForm form,
            BindingResult errors,
            Model model) {
        AtomicReference<ViewId> view = new AtomicReference<>();
        boolean begun = Forms.submit(errors, () -> {
            GroupSummary group = groups.get(product.ref().id(), new GroupId(form.group()));
            view.set(views.asGroup(
                    product.ref(), group.id(), form.bought(), moment(form.at(), product), visitor.account()));
        });
        return begun ? classroom(area, product, view.get()) : form(area, product, null, form, model);
    }

    @Requires(Permission.SERVE_STUDENTS)
    @PostMapping("/student")
    String asStudent(
            AreaPass area,
            ProductView product,
            Visitor visitor,
            @Valid @ModelAttribute("studentForm") StudentForm form,
            BindingResult errors,
            Model model) {
        if (form == null || errors.hasErrors()) {
            return choose(area, product, null, model);
        }
        StudentView student = students.get(product.ref(), new AccountId(form.student()));
        ViewId view = views.asStudent(product.ref(), student.student(), moment(form.at(), product), visitor.account());
        return classroom(area, product, view);
    }

    private static @Nullable Instant moment(@Nullable LocalDateTime at, ProductView product) {
        return at == null ? null : at.atZone(product.zone()).toInstant();
    }

    private String form(
            AreaPass area, ProductView product, @Nullable String text, @Nullable GroupForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("product", product);
        model.addAttribute("groups", groups.choices(product.ref().id()));
        model.addAttribute("mayBeGroup", area.allows(Permission.EDIT_CONTENT));
        model.addAttribute("mayBeStudent", area.allows(Permission.SERVE_STUDENTS));
        model.addAttribute("q", text);
        model.addAttribute("found", text == null ? List.of() : studentsNamed(text, product));
        return "classroom/view-as";
    }

    private List<PersonView> studentsNamed(String text, ProductView product) {
        List<PersonView> found = people.find(product.ref().area(), text, MOST_PEOPLE);
        Set<AccountId> known = students.known(
                product.ref(), found.stream().map(PersonView::account).toList());
        return found.stream().filter(it -> known.contains(it.account())).toList();
    }

    private static String classroom(AreaPass area, ProductView product, ViewId view) {
        return "redirect:" + area.path() + "/products/" + product.ref().id() + "/as/" + view;
    }
}
