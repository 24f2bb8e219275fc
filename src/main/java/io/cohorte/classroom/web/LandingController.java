package io.cohorte.classroom.web;

import io.cohorte.areas.AreaQueries;
import io.cohorte.classroom.StudentProduct;
import io.cohorte.classroom.StudentProducts;
import io.cohorte.shared.Permission;
import io.cohorte.web.AreaGate;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The start page leads everybody where they belong: staff to their areas, students to their library, and who has access
 * to one product alone straight there.
 */
@Controller
class LandingController {

    private static final String AREAS = "redirect:/areas";
    private static final String LIBRARY = "redirect:/learn";

    private final StudentProducts products;
    private final AreaQueries areas;
    private final AreaGate gate;

    LandingController(StudentProducts products, AreaQueries areas, AreaGate gate) {
        this.products = products;
        this.areas = areas;
        this.gate = gate;
    }

    /**
     * @param activated given by who has just chosen their first password: the product whose mail brought them, or empty
     *     if none did; then students go to what they were enrolled in last
     */
    @Requires(Permission.SIGNED_IN)
    @GetMapping("/")
    String land(Visitor visitor, @RequestParam(required = false) @Nullable String activated) {
        List<StudentProduct> all = products.of(visitor.account());
        List<StudentProduct> live =
                all.stream().filter(it -> it.standing().isLive()).toList();
        Optional<StudentProduct> wanted = live.stream()
                .filter(it -> it.ref().id().toString().equals(activated))
                .findAny();
        if (wanted.isPresent()) {
            return to(wanted.get());
        }
        if (visitor.operator() || areas.isStaff(visitor.account())) {
            return AREAS;
        }
        if (all.isEmpty()) {
            return gate.letsOpenAreas(visitor) ? AREAS : LIBRARY;
        }
        if (live.isEmpty() || activated == null && live.size() > 1) {
            return LIBRARY;
        }
        return to(live.stream()
                .max(Comparator.comparing(StudentProduct::enrolledAt))
                .orElseThrow());
    }

    private static String to(StudentProduct product) {
        return "redirect:" + product.path();
    }
}
