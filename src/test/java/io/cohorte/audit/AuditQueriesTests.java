package io.cohorte.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.audit.AuditFilter.Concerned;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.Ids;
import io.cohorte.support.CohorteTest;
import io.cohorte.web.Count;
import io.cohorte.web.Keyset;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CohorteTest
class AuditQueriesTests {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Autowired
    AuditQueries audit;

    @Autowired
    JdbcClient jdbc;

    private final AreaId area = AreaId.next();
    private final AccountId olga = AccountId.next();
    private final AccountId ana = AccountId.next();

    @Test
    void showsEveryEntryOnceForwardsAndBackwardsTheNewestFirst() {
        for (int i = 0; i < 120; i++) {
            write(area, olga, "GroupOpened", Ids.next(), NOON.plusSeconds(i));
        }
        List<AuditEntry> forwards = new ArrayList<>();
        Keyset.Page<AuditEntry> page = page(AuditFilter.all(area), null, null);
        forwards.addAll(page.rows());
        while (page.after() != null) {
            page = page(AuditFilter.all(area), page.after(), null);
            forwards.addAll(page.rows());
        }
        List<AuditEntry> backwards = new ArrayList<>(page.rows());
        while (page.before() != null) {
            page = page(AuditFilter.all(area), null, page.before());
            backwards.addAll(0, page.rows());
        }

        assertThat(forwards).hasSize(120).isEqualTo(backwards);
        assertThat(forwards)
                .extracting(AuditEntry::at)
                .isSortedAccordingTo((a, b) -> b.compareTo(a))
                .doesNotHaveDuplicates();
        assertThat(audit.countUpToCap(AuditFilter.all(area))).isEqualTo(new Count(120, false));
    }

    @Test
    void keepsAreasApartAndLeavesOutWhatConcernsAccountsAlone() {
        write(area, olga, "GroupOpened", Ids.next(), NOON);
        write(AreaId.next(), olga, "GroupOpened", Ids.next(), NOON);
        write(null, olga, "PasswordSet", olga.value(), NOON);

        assertThat(rows(AuditFilter.all(area)))
                .singleElement()
                .extracting(AuditEntry::kind)
                .isEqualTo("GroupOpened");
        assertThat(audit.kinds(area)).containsExactly("GroupOpened");
    }

    @Test
    void filtersByPersonAsActorAsSubjectAndWithinAnActOnMany() {
        UUID command = Ids.next();
        UUID byAna = write(area, ana, "GroupRenamed", Ids.next(), NOON);
        UUID toAna = write(area, olga, "StudentRemoved", ana.value(), NOON.plusSeconds(1));
        UUID withAna = write(area, olga, "StudentsMoved", command, NOON.plusSeconds(2));
        UUID toHerself = write(area, ana, "StaffAppointed", ana.value(), NOON.plusSeconds(3));
        write(area, olga, "GroupOpened", Ids.next(), NOON.plusSeconds(4));

        AuditFilter filter = new AuditFilter(area, new Concerned(ana, List.of(command)), null, null, null);
        assertThat(rows(filter)).extracting(AuditEntry::id).containsExactly(toHerself, withAna, toAna, byAna);
        assertThat(audit.countUpToCap(filter)).isEqualTo(new Count(4, false));
    }

    @Test
    void filtersByKind() {
        write(area, olga, "GroupOpened", Ids.next(), NOON);
        UUID renamed = write(area, olga, "GroupRenamed", Ids.next(), NOON);

        assertThat(rows(new AuditFilter(area, null, "GroupRenamed", null, null)))
                .extracting(AuditEntry::id)
                .containsExactly(renamed);
        assertThat(audit.kinds(area)).containsExactly("GroupOpened", "GroupRenamed");
    }

    @Test
    void filtersByTimeToTheMomentAndLeavesTheLastOut() {
        write(area, olga, "GroupOpened", Ids.next(), NOON.minusMillis(1));
        UUID first = write(area, olga, "GroupOpened", Ids.next(), NOON);
        UUID last = write(
                area, olga, "GroupOpened", Ids.next(), NOON.plusSeconds(60).minusMillis(1));
        write(area, olga, "GroupOpened", Ids.next(), NOON.plusSeconds(60));

        assertThat(rows(new AuditFilter(area, null, null, NOON, NOON.plusSeconds(60))))
                .extracting(AuditEntry::id)
                .containsExactly(last, first);
    }

    @Test
    void goesThroughAllOfThemInBatches() {
        for (int i = 0; i < 5; i++) {
            write(area, olga, "GroupOpened", Ids.next(), NOON.plusSeconds(i));
        }
        List<AuditEntry> first = audit.next(AuditFilter.all(area), null, 3);
        List<AuditEntry> second = audit.next(AuditFilter.all(area), first.get(2).id(), 3);

        assertThat(first).hasSize(3);
        assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
    }

    private List<AuditEntry> rows(AuditFilter filter) {
        return page(filter, null, null).rows();
    }

    private Keyset.Page<AuditEntry> page(AuditFilter filter, @Nullable String after, @Nullable String before) {
        return audit.page(filter, Keyset.Request.of(after, before));
    }

    /** As if the program had written it then: its id is of that moment too. */
    private UUID write(@Nullable AreaId where, AccountId actor, String kind, UUID subject, Instant at) {
        UUID random = UUID.randomUUID();
        UUID id = new UUID(
                Ids.earliestAt(at).getMostSignificantBits() | number++ & 0xFFF, random.getLeastSignificantBits());
        jdbc.sql("INSERT INTO audit_entries (entry_id, at, area_id, actor_id, kind, subject_id, before, after) "
                        + "VALUES (:id, :at, :area, :actor, :kind, :subject, '{}', '{\"name\": \"VIP\"}')")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("area", where == null ? null : where.value(), Types.OTHER)
                .param("actor", actor.value())
                .param("kind", kind)
                .param("subject", subject)
                .update();
        return id;
    }

    private long number;
}
