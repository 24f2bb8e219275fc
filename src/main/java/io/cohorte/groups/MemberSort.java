package io.cohorte.groups;

import java.util.Arrays;
import java.util.Optional;

/** How a list of students is sorted; ties by id. */
public enum MemberSort {
    NAME("name", "s.sort_name", "s.student_id", true),
    NAME_DESCENDING("-name", "s.sort_name", "s.student_id", false),
    ANCHOR("date", "m.anchor", "m.student_id", true),
    ANCHOR_DESCENDING("-date", "m.anchor", "m.student_id", false);

    private final String parameter;
    private final String column;
    private final String id;
    private final boolean ascending;

    MemberSort(String parameter, String column, String id, boolean ascending) {
        this.parameter = parameter;
        this.column = column;
        this.id = id;
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

    /** The condition that a row lies behind the position given as {@code :position} and {@code :positionId}. */
    String behind(boolean backwards) {
        String type = isByName() ? "CAST(:position AS text)" : "CAST(:position AS date)";
        return "(%s, %s) %s (%s, :positionId)".formatted(column, id, ascending != backwards ? ">" : "<", type);
    }

    String order(boolean backwards) {
        String direction = ascending != backwards ? "ASC" : "DESC";
        return "%s %s, %s %s".formatted(column, direction, id, direction);
    }
}
