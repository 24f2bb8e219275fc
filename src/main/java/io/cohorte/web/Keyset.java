package io.cohorte.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a list by keyset: a page begins behind (or ends before) the row with a given sort value and id, so that a
 * deep page costs what the first does.
 */
public final class Keyset {

    /** Rows a page. */
    public static final int PAGE = 50;

    private Keyset() {}

    /** A row's place in the order. */
    public record Position(String sort, UUID id) {

        String encode() {
            String plain = id + sort;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Which page is asked for.
     *
     * @param position null for the first page
     * @param backwards whether the page ends before the position
     */
    public record Request(@Nullable Position position, boolean backwards) {

        public static final Request FIRST = new Request(null, false);

        /** Reads the parameters of a request; what cannot be read asks for the first page. */
        public static Request of(@Nullable String after, @Nullable String before) {
            if (before != null && !before.isEmpty()) {
                Optional<Position> end = decode(before);
                return new Request(end.orElse(null), end.isPresent());
            }
            return new Request(
                    Optional.ofNullable(after).flatMap(Request::decode).orElse(null), false);
        }

        private static Optional<Position> decode(String text) {
            try {
                String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                // No database text can hold a NUL, so no row stands there.
                return plain.indexOf('\0') >= 0
                        ? Optional.empty()
                        : Optional.of(new Position(plain.substring(36), UUID.fromString(plain.substring(0, 36))));
            } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
                return Optional.empty();
            }
        }
    }

    /** Rows of one page, with the parameters that lead to its neighbours; null where there is none. */
    public record Page<T>(
            List<T> rows, @Nullable String before, @Nullable String after) {}

    /**
     * Makes a page of what the query found.
     *
     * @param found up to {@link #PAGE} + 1 rows, in the direction of the request
     */
    public static <T> Page<T> page(Request request, List<T> found, Function<T, Position> position) {
        boolean more = found.size() > PAGE;
        List<T> rows = new ArrayList<>(more ? found.subList(0, PAGE) : found);
        boolean first = request.position() == null;
        if (request.backwards()) {
            Collections.reverse(rows);
        }
        if (rows.isEmpty()) {
            return new Page<>(rows, null, null);
        }
        boolean hasBefore = request.backwards() ? more : !first;
        boolean hasAfter = request.backwards() ? !first : more;
        return new Page<>(
                rows,
                hasBefore ? position.apply(rows.get(0)).encode() : null,
                hasAfter ? position.apply(rows.get(rows.size() - 1)).encode() : null);
    }
}
