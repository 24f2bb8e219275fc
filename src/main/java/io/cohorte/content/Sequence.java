package io.cohorte.content;

import io.cohorte.shared.NotFound;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an order becomes by a change of it. */
final class Sequence {

    private Sequence() {}

    /**
     * The same with one of it a place up (-1) or down (1); the same as it is where there is no such place.
     *
     * @throws NotFound if it is not in it
     */
    static <T> List<T> shifted(List<T> present, T one, int by) {
        int from = present.indexOf(one);
        if (from < 0) {
            throw new NotFound("place");
        }
        int to = from + by;
        if (to < 0 || to >= present.size()) {
            return present;
        }
        List<T> order = new ArrayList<>(present);
        order.remove(from);
        order.add(to, one);
        return order;
    }

    /**
     * One, be it in the order already or not, put before another one or behind all.
     *
     * @param before null for behind all
     * @throws OrderOutdated if the other one is not in it
     */
    static <T> List<T> withPlaced(List<T> present, T one, @Nullable T before) {
        if (one.equals(before)) {
            return present;
        }
        List<T> order = new ArrayList<>(present);
        order.remove(one);
        int place = before == null ? order.size() : order.indexOf(before);
        if (place < 0) {
            throw new OrderOutdated();
        }
        order.add(place, one);
        return order;
    }

    /** A new one put behind another one. */
    static <T> List<T> withBehind(List<T> present, T one, T behind) {
        List<T> order = new ArrayList<>(present);
        order.add(present.indexOf(behind) + 1, one);
        return order;
    }

    /** @throws OrderOutdated unless both hold the same, each once */
    static <T> void requireSame(List<T> present, List<T> wanted) {
        if (present.size() != wanted.size() || !new HashSet<>(present).equals(new HashSet<>(wanted))) {
            throw new OrderOutdated();
        }
    }
}
