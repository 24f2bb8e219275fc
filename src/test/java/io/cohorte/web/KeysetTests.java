package io.cohorte.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.web.Keyset.Page;
import io.cohorte.web.Keyset.Position;
import io.cohorte.web.Keyset.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysetTests {

    private static final Comparator<Position> ORDER =
            Comparator.comparing(Position::sort).thenComparing(it -> it.id().toString());

    @Test
    void givesEveryRowOnceForwards() {
        List<Position> rows = rows(120);
        List<Position> seen = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();

        Page<Position> page = read(rows, Request.of(null, null));
        while (true) {
            seen.addAll(page.rows());
            sizes.add(page.rows().size());
            if (page.after() == null) {
                break;
            }
            page = read(rows, Request.of(page.after(), null));
        }

        assertThat(seen).isEqualTo(rows);
        assertThat(sizes).containsExactly(50, 50, 20);
    }

    @Test
    void givesEveryRowOnceBackwardsInTheSameOrder() {
        List<Position> rows = rows(120);
        List<Position> seen = new ArrayList<>();

        Page<Position> page = lastPage(rows);
        while (true) {
            seen.addAll(0, page.rows());
            if (page.before() == null) {
                break;
            }
            page = read(rows, Request.of(null, page.before()));
        }

        assertThat(seen).isEqualTo(rows);
    }

    @Test
    void comesBackToTheSamePage() {
        List<Position> rows = rows(120);
        Page<Position> first = read(rows, Request.of(null, null));
        Page<Position> second = read(rows, Request.of(first.after(), null));

        Page<Position> back = read(rows, Request.of(null, second.before()));

        assertThat(back).isEqualTo(first);
        assertThat(read(rows, Request.of(back.after(), null))).isEqualTo(second);
    }

    @Test
    void hasNothingBeforeTheFirstPageAndNothingAfterTheLast() {
        List<Position> rows = rows(120);

        assertThat(read(rows, Request.of(null, null)).before()).isNull();
        assertThat(lastPage(rows).after()).isNull();
        assertThat(lastPage(rows).before()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 49, 50})
    void hasNoNeighboursWhereOnePageHoldsAll(int size) {
        List<Position> rows = rows(size);

        assertThat(read(rows, Request.of(null, null))).isEqualTo(new Page<>(rows, null, null));
    }

    @Test
    void leadsToAPageOfOneRowBeyondFifty() {
        List<Position> rows = rows(51);
        Page<Position> first = read(rows, Request.of(null, null));
        Page<Position> second = read(rows, Request.of(first.after(), null));

        assertThat(first.rows()).hasSize(50);
        assertThat(second.rows()).containsExactly(rows.get(50));
        assertThat(second.after()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nunez", "núñez 😀", "2018-01-31", "a:b/c+d=e&f", "'; --"})
    void readsAPositionBack(String sort) {
        Position position = new Position(sort, UUID.randomUUID());

        assertThat(Request.of(position.encode(), null)).isEqualTo(new Request(position, false));
        assertThat(Request.of(null, position.encode())).isEqualTo(new Request(position, true));
        assertThat(position.encode()).as("fit for a URL").matches("[A-Za-z0-9_-]+");
    }

    @Test
    void takesAnEmptyBeforeForNone() {
        Position position = new Position("ana", UUID.randomUUID());

        assertThat(Request.of(position.encode(), "")).isEqualTo(new Request(position, false));
        assertThat(Request.of("", "")).isEqualTo(new Request(null, false));
    }

    static Stream<String> crafted() {
        return Stream.of(
                "x",
                "!!!",
                "ñ",
                "AAAA",
                encoded("ana"),
                encoded("0".repeat(35)),
                encoded("z".repeat(36) + "ana"),
                encoded("'; DROP TABLE accounts; --".repeat(3)));
    }

    @ParameterizedTest
    @MethodSource("crafted")
    void fallsBackToTheFirstPageForACraftedAfter(String crafted) {
        assertThat(Request.of(crafted, null)).isEqualTo(new Request(null, false));
    }

    @ParameterizedTest
    @MethodSource("crafted")
    void fallsBackToTheFirstPageForACraftedBefore(String crafted) {
        assertThat(Request.of(null, crafted)).isEqualTo(new Request(null, false));
    }

    /** PostgreSQL holds no such text, so that a query by it would fail. */
    @Test
    void fallsBackToTheFirstPageForACursorWithANul() {
        String crafted = encoded(UUID.randomUUID() + "ana\0");

        assertThat(Request.of(crafted, null)).isEqualTo(new Request(null, false));
    }

    private static String encoded(String plain) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static Page<Position> lastPage(List<Position> rows) {
        Page<Position> page = read(rows, Request.of(null, null));
        while (page.after() != null) {
            page = read(rows, Request.of(page.after(), null));
        }
        return page;
    }

    /** What a query does: rows behind the position in the direction of the request, one more than a page at most. */
    private static Page<Position> read(List<Position> rows, Request request) {
        List<Position> ordered = new ArrayList<>(rows);
        if (request.backwards()) {
            Collections.reverse(ordered);
        }
        List<Position> found = ordered.stream()
                .filter(it -> request.position() == null
                        || (request.backwards()
                                ? ORDER.compare(it, request.position()) < 0
                                : ORDER.compare(it, request.position()) > 0))
                .limit(Keyset.PAGE + 1)
                .toList();
        return Keyset.page(request, found, it -> it);
    }

    /** In order, with ties of up to seven rows. */
    private static List<Position> rows(int size) {
        return IntStream.range(0, size)
                .mapToObj(it -> new Position("name %03d".formatted(it / 7), UUID.randomUUID()))
                .sorted(ORDER)
                .toList();
    }
}
