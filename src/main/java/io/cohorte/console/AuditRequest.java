package io.cohorte.console;

import io.cohorte.audit.AuditFilter;
import io.cohorte.audit.AuditFilter.Concerned;
import io.cohorte.shared.AreaId;
import io.cohorte.web.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What somebody asks the audit page for.
 *
 * @param q a name or address, or part of one, as typed
 * @param person one chosen; it goes before what is typed
 * @param from the first day, of the area's zone
 * @param to the last day, of the area's zone
 */
record AuditRequest(
        @Nullable String q,
        @Nullable UUID person,
        @Nullable String kind,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to) {

    private static final LocalDate FIRST = LocalDate.of(1970, 1, 2);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 30);

    /** What was typed, unless somebody was chosen since. */
    public Optional<String> typed() {
        return Optional.ofNullable(q).map(String::strip).filter(it -> person == null && !it.isEmpty());
    }

    public boolean asksForAll() {
        return typed().isEmpty() && person == null && kindAsked() == null && from == null && to == null;
    }

    private @Nullable String kindAsked() {
        return kind == null || kind.isEmpty() ? null : kind;
    }

    AuditFilter filter(AreaId area, ZoneId zone, @Nullable Concerned concerned) {
        return new AuditFilter(area, concerned, kindAsked(), startOf(from, zone), startOf(behind(to), zone));
    }

    /** The same, for the person chosen. */
    AuditRequest of(UUID chosen) {
        return new AuditRequest(null, chosen, kind, from, to);
    }

    /** An address that asks for the same. */
    String link(String path) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        add(parameters, "q", typed().orElse(null));
        add(parameters, "person", person);
        add(parameters, "kind", kindAsked());
        add(parameters, "from", from);
        add(parameters, "to", to);
        return Query.of(path, parameters);
    }

    private static void add(MultiValueMap<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.add(name, Objects.toString(value));
        }
    }

    private static @Nullable LocalDate behind(@Nullable LocalDate day) {
        return day == null ? null : within(day).plusDays(1);
    }

    private static @Nullable Instant startOf(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : within(day).atStartOfDay(zone).toInstant();
    }

    /** Days the database can tell; before and behind them nothing was ever done. */
    private static LocalDate within(LocalDate day) {
        return day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day;
    }
}
