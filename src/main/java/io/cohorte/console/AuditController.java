package io.cohorte.console;

import io.cohorte.areas.PeopleQueries;
import io.cohorte.areas.PeopleQueries.PersonView;
import io.cohorte.audit.AuditEntry;
import io.cohorte.audit.AuditExports;
import io.cohorte.audit.AuditFilter;
import io.cohorte.audit.AuditFilter.Concerned;
import io.cohorte.audit.AuditQueries;
import io.cohorte.groups.StudentQueries;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.Permission;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Keyset;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what in an area, when, to whom; on a page and as a file. */
@Controller
@RequestMapping("/areas/{area}/audit")
class AuditController {

    /** More people than these are not worth reading through: one types more of the name. */
    private static final int MOST_PEOPLE = 20;

    private final AuditQueries audit;
    private final AuditExports exports;
    private final AuditLines lines;
    private final AuditWords words;
    private final AuditFile file;
    private final PeopleQueries people;
    private final StudentQueries students;

    AuditController(
            AuditQueries audit,
            AuditExports exports,
            AuditLines lines,
            AuditWords words,
            AuditFile file,
            PeopleQueries people,
            StudentQueries students) {
        this.audit = audit;
        this.exports = exports;
        this.lines = lines;
        this.words = words;
        this.file = file;
        this.people = people;
        this.students = students;
    }

    @Requires(Permission.MANAGE)
    @GetMapping
    String show(
            AreaPass area,
            AuditRequest asked,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String before,
            Locale locale,
            Model model) {
        List<PersonView> found = found(area, asked);
        AuditRequest request =
                found.size() == 1 ? asked.of(found.get(0).account().value()) : asked;
        model.addAttribute("asked", request);
        model.addAttribute("link", request.link(""));
        model.addAttribute("export", request.link(area.path() + "/audit/export"));
        model.addAttribute("kinds", kinds(area, locale));
        if (request.typed().isPresent()) {
            model.addAttribute("candidates", found);
            model.addAttribute("links", links(area, asked, found));
            return "console/audit";
        }
        AuditFilter filter = filter(area, request);
        Keyset.Page<AuditEntry> page = audit.page(filter, Keyset.Request.of(after, before));
        model.addAttribute("page", page);
        model.addAttribute("lines", lines.of(area, page.rows(), locale));
        model.addAttribute("count", audit.countUpToCap(filter));
        model.addAttribute("personName", personName(area, request.person()));
        return "console/audit";
    }

    /** All that match, as a file; that somebody took it is an entry itself. */
    @Requires(Permission.MANAGE)
    @PostMapping("/export")
    void export(AreaPass area, AuditRequest asked, Visitor visitor, Locale locale, HttpServletResponse response)
            throws IOException {
        AuditRequest request = chosen(asked, found(area, asked));
        if (request.typed().isPresent()) {
            throw new NotFound("person");
        }
        AuditFilter filter = filter(area, request);
        exports.begin(filter, visitor.asActor());
        file.write(area, filter, locale, response);
    }

    /** Where one person alone can be meant, that one is chosen. */
    private static AuditRequest chosen(AuditRequest asked, List<PersonView> found) {
        return found.size() == 1 ? asked.of(found.get(0).account().value()) : asked;
    }

    private AuditFilter filter(AreaPass area, AuditRequest request) {
        Concerned concerned = Optional.ofNullable(request.person())
                .map(AccountId::new)
                .map(it -> new Concerned(it, students.commandsOn(area.id(), it)))
                .orElse(null);
        return request.filter(area.id(), area.zone(), concerned);
    }

    private List<PersonView> found(AreaPass area, AuditRequest request) {
        return request.typed()
                .map(it -> people.find(area.id(), it, MOST_PEOPLE))
                .orElse(List.of());
    }

    private static Map<AccountId, String> links(AreaPass area, AuditRequest request, List<PersonView> found) {
        return found.stream().collect(Collectors.toMap(PersonView::account, it -> request.of(
                        it.account().value())
                .link(area.path() + "/audit")));
    }

    private @Nullable String personName(AreaPass area, @Nullable UUID person) {
        return person == null ? null : people.names(area.id(), List.of(person)).getOrDefault(person, person.toString());
    }

    /** The kinds there are, by their words. */
    private Map<String, String> kinds(AreaPass area, Locale locale) {
        Map<String, String> byWords = audit.kinds(area.id()).stream()
                .collect(
                        Collectors.toMap(it -> words.kind(it, locale), Function.identity(), (a, b) -> a, TreeMap::new));
        Map<String, String> kinds = new LinkedHashMap<>();
        byWords.forEach((inWords, kind) -> kinds.put(kind, inWords));
        return kinds;
    }
}
