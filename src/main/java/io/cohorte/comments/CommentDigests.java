package io.cohorte.comments;

import io.cohorte.areas.StaffQueries;
import io.cohorte.mail.Mailing;
import io.cohorte.mail.Outbox;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.Ids;
import io.cohorte.shared.Permission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Tells the moderators of an area once a day, in its morning, what is new and what waits for them. */
@CommandService
public class CommentDigests {

    /** In the zone of the area. */
    static final LocalTime FROM = LocalTime.of(8, 0);

    private static final Duration FIRST_TELLS_OF = Duration.ofDays(1);
    private static final int DAYS_KEPT = 90;

    private final DigestRows rows;
    private final StaffQueries staff;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CommentDigests(DigestRows rows, StaffQueries staff, Outbox outbox, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.staff = staff;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /** An area whose morning has come and whose day is not told of yet. */
    public record Due(AreaId area, LocalDate day) {}

    public List<Due> due() {
        Instant now = clock.instant();
        return rows.lastDays().stream()
                .map(it -> due(it, now.atZone(it.zone())))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Due due(DigestRows.LastDay last, ZonedDateTime local) {
        boolean told = last.day() != null && !last.day().isBefore(local.toLocalDate());
        return told || local.toLocalTime().isBefore(FROM) ? null : new Due(last.area(), local.toLocalDate());
    }

    /** Tells of a day, unless that was done; nothing is sent where nothing is new or waits. */
    public void tell(AreaId area, LocalDate day) {
        Instant now = clock.instant();
        UUID cause = Ids.next();
        Instant since = rows.lastMoment(area).orElse(now.minus(FIRST_TELLS_OF));
        if (!rows.begin(area, day, cause, since.isAfter(now) ? now : since, now)) {
            return;
        }
        rows.deleteBefore(area, day.minusDays(DAYS_KEPT));
        if (!rows.newsOf(cause).isEmpty()) {
            Set<AccountId> readers = new HashSet<>(staff.allowed(area, Permission.MODERATE));
            readers.removeAll(rows.declined(area));
            outbox.queueAll(new Mailing(DigestMail.KIND, area, null, cause, readers, false));
        }
    }

    /** Has somebody get the mail of an area from now on, or not; nothing happens if it is so. */
    public void choose(AreaId area, AccountId account, boolean wanted) {
        if (rows.choose(area, account, wanted)) {
            events.publishEvent(new CommentMailChosen(area, account, wanted));
        }
    }

    /** Whether somebody wants the mail of an area. */
    public boolean isWanted(AreaId area, AccountId account) {
        return !rows.declined(area).contains(account);
    }
}
