package io.cohorte.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the producer has settled about a list; null is left to the program to find.
 *
 * @param header whether the first line that is not blank names the columns
 * @param columns what each column holds, from the left
 */
public record Choices(
        @Nullable Encoding encoding,
        @Nullable Separator separator,
        @Nullable DateOrder order,
        @Nullable Boolean header,
        @Nullable List<Field> columns) {

    /** Everything is left to the program. */
    public static final Choices NONE = new Choices(null, null, null, null, null);

    public Choices {
        columns = columns == null ? null : List.copyOf(columns);
    }
}
