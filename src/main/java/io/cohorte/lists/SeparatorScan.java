package io.cohorte.lists;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what separates the fields of a list, from all of its lines: what stands around most addresses. In a list without
 * addresses it is what stands in most lines.
 */
final class SeparatorScan {

    private static final String ANY = ";\t,";

    private final Map<Separator, Integer> aroundAddress = new EnumMap<>(Separator.class);
    private final Map<Separator, Integer> anywhere = new EnumMap<>(Separator.class);

    private SeparatorScan() {}

    /** @throws TooManyLines beyond so many lines with something in them and one for a header */
    static Separator of(Source source, Encoding encoding, int mostLines) throws IOException {
        SeparatorScan scan = new SeparatorScan();
        int filled = 0;
        try (Lines lines = new Lines(source, encoding)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (scan.look(line) && ++filled > mostLines + 1) {
                    throw new TooManyLines(mostLines);
                }
            }
        }
        return scan.verdict();
    }

    private boolean look(String line) {
        Separator around = aroundAddress(line);
        if (around != null) {
            aroundAddress.merge(around, 1, Integer::sum);
            return true;
        }
        for (Separator it : Separator.values()) {
            if (line.indexOf(it.character()) >= 0) {
                anywhere.merge(it, 1, Integer::sum);
            }
        }
        return Arrays.stream(Separator.values()).noneMatch(it -> Fields.isBlank(line, it));
    }

    private Separator verdict() {
        Map<Separator, Integer> votes = aroundAddress.isEmpty() ? anywhere : aroundAddress;
        return Arrays.stream(Separator.values())
                .max(Comparator.comparing((Separator it) -> votes.getOrDefault(it, 0))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** What separates the first address of a line from the rest of it, if one thing does. */
    static @Nullable Separator aroundAddress(String line) {
        int at = line.indexOf('@');
        if (at < 0) {
            return null;
        }
        int from = at;
        while (from > 0 && ANY.indexOf(line.charAt(from - 1)) < 0) {
            from--;
        }
        int to = at;
        while (to < line.length() && ANY.indexOf(line.charAt(to)) < 0) {
            to++;
        }
        char before = from == 0 ? 0 : line.charAt(from - 1);
        char behind = to == line.length() ? 0 : line.charAt(to);
        boolean agree = before == 0 || behind == 0 || before == behind;
        String address = Fields.trim(line.substring(from, to));
        boolean partOfQuoted = address.chars().filter(it -> it == '"').count() % 2 == 1;
        if (before + behind == 0 || !agree || partOfQuoted || address.indexOf(' ') >= 0) {
            return null;
        }
        return Separator.values()[ANY.indexOf(Math.max(before, behind))];
    }
}
