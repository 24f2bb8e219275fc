package io.cohorte.groups;

import io.cohorte.web.Count;
import io.cohorte.web.Keyset;
import io.cohorte.web.Listing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One reading of a list of people, of any size, in an order and from a place in it, by a way that looks at few rows.
 * Narrowed by words, up to a thousand found are fetched and put in order. Where there are more, a page is soon full
 * along the list itself, unless those who have the words lie together elsewhere in it, as people called Zoe do: then
 * all of them are put in order. ADR 8 has the figures.
 */
final class PeopleList<T> {

    /** So many candidates are gone through sooner than the trigram index is, where many others have the words too. */
    static final int FEW = 5_000;

    /** So many are put in order sooner than the list is gone along, where they may lie anywhere in it. */
    private static final int FEW_WITHOUT_WORDS = 20_000;

    /** A thousand among the first so many are found sooner along the list than by the index, which lists all of them. */
    private static final int FIRST = 10_000;

    /** How much of a list by name is gone along, in an index that has the words too. */
    private static final int[] WINDOWS = {5_000, 100_000};

    /** The same for the list by date, where each student's words are looked up. */
    private static final int[] WINDOWS_BY_DATE = {2_500, 10_000};

    private static final long MANY = Count.CAP_OF_SEARCHES + 1;

    private final JdbcClient jdbc;
    private final MemberSort sort;
    private final Keyset.Request request;
    private final Shown<T> shown;

    PeopleList(JdbcClient jdbc, MemberSort sort, Keyset.Request request, Shown<T> shown) {
        this.jdbc = jdbc;
        this.sort = sort;
        this.request = request;
        this.shown = shown;
    }

    /**
     * What a list shows.
     *
     * @param columns of the tables it goes through; the student id and what it is sorted by among them
     * @param statement that reads the rest for a page of these: {@code %1$s}, as {@code m}, in the order {@code %2$s}. It
     *     hands on the column {@code total}
     */
    record Shown<T>(String columns, String statement, RowMapper<T> row, Function<T, Keyset.Position> position) {}

    /** @param from and where of all of them, which the planner finds its own way through */
    Keyset.Page<T> plain(String from, Map<String, Object> parameters) {
        return page(read(select(from + tail(sort.table())), parameters, new AtomicLong()));
    }

    /**
     * Narrowed without words.
     *
     * @param from and where of all who match, where neither few do nor a part of the list has a page of them
     */
    Keyset.Page<T> narrowed(SearchWays ways, String from) {
        return page(
                isUpTo(FEW_WITHOUT_WORDS, ways.candidates(), ways)
                        ? allAmong(ways, FEW_WITHOUT_WORDS)
                        : alongOrAll(ways, from));
    }

    /** Narrowed by words, with the count that tells which way to go. */
    Listing<T> search(SearchWays ways) {
        boolean few = isUpTo(FEW, ways.candidates(), ways);
        if (!few && areManyAmongTheFirst(ways)) {
            return many(alongOrAll(ways, byWordsInOrder(ways)));
        }
        String found =
                "SELECT " + shown.columns() + (few ? ways.amongCandidates(FEW) : ways.byWords("")) + " LIMIT " + MANY;
        AtomicLong total = new AtomicLong();
        List<T> rows = read(
                "WITH found AS MATERIALIZED (" + found
                        + ") SELECT m.*, (SELECT count(*) FROM found) AS total FROM found AS m WHERE true" + tail("m"),
                ways.parameters(),
                total);
        // Where nobody of some who were found stands behind the position, others who were not fetched may.
        if (rows.isEmpty() ? !isUpTo(MANY - 1, found, ways) : total.get() == MANY) {
            return many(few ? allAmong(ways, FEW) : alongOrAll(ways, byWordsInOrder(ways)));
        }
        return new Listing<>(page(rows), Count.ofSearch(total.get()));
    }

    private boolean areManyAmongTheFirst(SearchWays ways) {
        String first = " ORDER BY " + MemberSort.NAME.order("s", false) + " LIMIT " + FIRST;
        return !isUpTo(MANY - 1, "SELECT" + ways.inOrder(MemberSort.NAME, first), ways);
    }

    private Listing<T> many(List<T> rows) {
        return new Listing<>(page(rows), Count.ofSearch(MANY));
    }

    /** Who was found by date can only be put in order with the memberships. */
    private String byWordsInOrder(SearchWays ways) {
        return ways.byWords(sort.isByName() ? behind("s") + order("s") : "");
    }

    private boolean isUpTo(long most, String rows, SearchWays ways) {
        return jdbc.sql("SELECT count(*) <= %d FROM (SELECT FROM (%s) AS r LIMIT %d) AS c"
                        .formatted(most, rows, most + 1))
                .params(ways.parameters())
                .query(Boolean.class)
                .single();
    }

    private List<T> allAmong(SearchWays ways, int most) {
        return read(select(ways.amongCandidates(most) + tail(sort.table())), ways.parameters(), new AtomicLong());
    }

    private List<T> alongOrAll(SearchWays ways, String all) {
        for (int window : sort.isByName() ? WINDOWS : WINDOWS_BY_DATE) {
            String along = ways.inOrder(sort, behind(sort.table()) + order(sort.table()) + " LIMIT " + window);
            List<T> rows = read(select(along + tail(sort.table())), ways.parameters(), new AtomicLong());
            if (rows.size() > Keyset.PAGE) {
                return rows;
            }
        }
        return read(select(all + tail(sort.table())), ways.parameters(), new AtomicLong());
    }

    private String select(String from) {
        return "SELECT " + shown.columns() + ", 0 AS total" + from;
    }

    private List<T> read(String page, Map<String, Object> parameters, AtomicLong total) {
        Map<String, Object> all = new HashMap<>(parameters);
        if (request.position() != null) {
            all.put("position", request.position().sort());
            all.put("positionId", request.position().id());
        }
        return jdbc.sql(shown.statement().formatted(page, sort.order("m", request.backwards())))
                .params(all)
                .query((row, number) -> {
                    total.set(row.getLong("total"));
                    return shown.row().mapRow(row, number);
                })
                .list();
    }

    private Keyset.Page<T> page(List<T> rows) {
        return Keyset.page(request, rows, shown.position());
    }

    /** What ends the statement of a page. */
    private String tail(String table) {
        return behind(table) + order(table) + " LIMIT " + (Keyset.PAGE + 1);
    }

    private String behind(String table) {
        return request.position() == null ? "" : " AND " + sort.behind(table, request.backwards());
    }

    private String order(String table) {
        return " ORDER BY " + sort.order(table, request.backwards());
    }
}
