package io.cohorte.groups;

import java.util.Arrays;
import java.util.Optional;

/** How a list of students is sorted; ties by id. */
public enum MemberSort {
    NAME("name", "s", "sort_name", true),
    NAME_DESCENDING("-name", "s", "sort_name", false),
    ANCHOR("date", "m", "anchor", true),
    ANCHOR_DESCENDING("-date", "m", "anchor", false);

    private final String parameter;
    private final String table;
    private final String column;
    private final boolean ascending;

    MemberSort(String parameter, String table, String column, boolean ascending) {
        this.parameter = parameter;
        this.table = table;
        this.column = column;
        this.ascending = ascending;
    }

    /** As it stands in a URL. */
    public String parameter() {
        return parameter;
    }

    public boolean isByName() {
        return this == NAME || this == NAME_DESCENDING;
    }

    public static Optional<MemberSort> of(String parameter) {
        return Arrays.stream(values())
                .filter(it -> it.parameter.equals(parameter))
                .findAny();
    }

    /** Where the column lies: {@code s} or {@code m}. */
    String table() {
        return table;
    }

    /** The condition that a row lies behind the position given as {@code :position} and {@code :positionId}. */
    String behind(String table, boolean backwards) {
        String type = isByName() ? "CAST(:position AS text)" : "CAST(:position AS date)";
        return "(%1$s.%2$s, %1$s.student_id) %3$s (%4$s, :positionId)"
                .formatted(table, column, ascending != backwards ? ">" : "<", type);
    }

    String order(String table, boolean backwards) {
        return "%1$s.%2$s %3$s, %1$s.student_id %3$s".formatted(table, column, ascending != backwards ? "ASC" : "DESC");
    }
}
