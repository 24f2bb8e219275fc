package io.cohorte.console;

import io.cohorte.access.Check.Outcome;
import io.cohorte.access.Decision;
import io.cohorte.access.Notice;
import io.cohorte.access.PageFacts;
import io.cohorte.access.Policy;
import io.cohorte.access.StudentFacts;
import io.cohorte.accounts.AccountQueries.AccountView;
import io.cohorte.areas.PeopleQueries.PersonView;
import io.cohorte.content.Outline.ModuleLine;
import io.cohorte.content.Outline.PageLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody sees a page or not, at a moment, and what could be done.
 *
 * @param groupName of the student's group; null for who never was a student
 * @param decision as access is decided everywhere
 * @param similar others of the area who may be the same person
 * @param fixes those that would help, whether or not the visitor may use them
 */
public record Explanation(
        PersonView person,
        AccountView account,
        StudentFacts student,
        @Nullable String groupName,
        ModuleLine module,
        PageLine page,
        PageFacts facts,
        Instant moment,
        Decision decision,
        List<PersonView> similar,
        List<Fix> fixes) {

    /**
     * One policy in words.
     *
     * @param code the end of the message's key
     * @param day that the rule counts from; null where none does
     */
    public record Line(
            Policy policy,
            Outcome outcome,
            String code,
            @Nullable Object argument,
            @Nullable LocalDate day,
            @Nullable Instant at) {}

    public List<Line> lines() {
        return decision.checks().stream()
                .map(it -> ExplanationWords.line(it, this))
                .toList();
    }

    /** When time alone opens the page; null if it does not. */
    public @Nullable Instant healsAt() {
        return decision instanceof Decision.Denied denied ? denied.healsAt() : null;
    }

    public boolean isVideoOffline() {
        return decision.notices().contains(Notice.VIDEO_OFFLINE);
    }

    public boolean isStaff() {
        return student.staff();
    }
}
