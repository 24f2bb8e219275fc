package io.cohorte.access;

import io.cohorte.content.Outline.ModuleLine;
import io.cohorte.content.Outline.PageLine;
import io.cohorte.groups.GroupId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When each page opens and closes for a student of one group who bought on one day. */
public record Timeline(List<Section> sections) {

    public record Section(ModuleLine module, List<Line> lines) {}

    /**
     * @param hidden whether it is unpublished or not for the group, so that no time opens it
     * @param locked whether it asks for a password besides
     * @param opens null for with the purchase
     * @param closes null for never
     */
    public record Line(
            PageLine page,
            boolean hidden,
            boolean locked,
            @Nullable Instant opens,
            @Nullable Instant closes) {

        /** Whether there is a time at which it is open. */
        public boolean hasWindow() {
            return !hidden && (opens == null || closes == null || opens.isBefore(closes));
        }
    }

    public static Timeline of(Curriculum curriculum, GroupId group, LocalDate bought) {
        ZoneId zone = curriculum.product().zone();
        StudentFacts student = StudentFacts.in(group, bought);
        Instant purchase = bought.atStartOfDay(zone).toInstant();
        List<Section> sections = new ArrayList<>();
        for (ModuleLine module : curriculum.outline().modules()) {
            List<Line> lines = module.pages().stream()
                    .map(it -> line(it, AccessPolicies.decide(curriculum.page(it.id()), student, purchase, zone)))
                    .toList();
            sections.add(new Section(module, lines));
        }
        return new Timeline(sections);
    }

    private static Line line(PageLine page, Decision decision) {
        boolean hidden = decision.check(Policy.MODULE_PUBLISHED).isFailed()
                || decision.check(Policy.PAGE_PUBLISHED).isFailed()
                || decision.check(Policy.AUDIENCE).isFailed();
        return new Line(
                page,
                hidden,
                page.password() != null,
                decision.check(Policy.RELEASED).at(),
                decision.check(Policy.NOT_EXPIRED).at());
    }
}
