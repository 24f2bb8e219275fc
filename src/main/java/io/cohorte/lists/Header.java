package io.cohorte.lists;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The line of a list that says what its columns hold. */
final class Header {

    /** What they hold where no line says it (product.md 1.6). */
    static final List<Field> USUAL = List.of(Field.NAME, Field.EMAIL, Field.DATE);

    private Header() {}

    /**
     * Whether the first line of a list is one: nobody's address stands in it, but the word for one, or two words for other
     * columns.
     */
    static boolean is(List<String> fields) {
        List<Field> known = fields.stream()
                .flatMap(it -> Vocabulary.field(it).stream())
                .distinct()
                .toList();
        return fields.stream().noneMatch(it -> it.indexOf('@') >= 0)
                && (known.contains(Field.EMAIL) || known.size() > 1);
    }

    /** What the columns hold; a column whose title is not known holds what is usual there, if no other does. */
    static List<Field> columns(List<String> titles) {
        List<Field> columns = new ArrayList<>();
        Set<Field> found = EnumSet.noneOf(Field.class);
        for (String title : titles) {
            Field field = Vocabulary.field(title)
                    .filter(it -> it == Field.NAME || !found.contains(it))
                    .orElse(Field.IGNORED);
            columns.add(field);
            found.add(field);
        }
        boolean nothing = Collections.disjoint(found, USUAL);
        for (int i = 0; i < Math.min(columns.size(), USUAL.size()); i++) {
            Field usual = USUAL.get(i);
            if (columns.get(i) == Field.IGNORED && !found.contains(usual) && (nothing || usual != Field.DATE)) {
                columns.set(i, usual);
            }
        }
        return columns;
    }
}
