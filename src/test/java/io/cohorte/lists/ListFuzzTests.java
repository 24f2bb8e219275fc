package io.cohorte.lists;

import io.cohorte.lists.ListedLine.Person;
import io.cohorte.lists.ListedLine.Refused;
import io.cohorte.lists.ListedLine.Skipped;
import io.cohorte.shared.PlainText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Lists as people have them, spoiled in all ways: whatever they hold, no line is lost and nobody is brought in twice or bent.
 * A run is repeated with {@code -Dfuzz.seed=} and the seed it printed.
 */
class ListFuzzTests {

    private static final int LISTS = Boolean.getBoolean("cohorte.thorough") ? 1_000_000 : 50_000;
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            Charset.forName("windows-1252"),
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE);
    private static final String[] ENDS = {"\n", "\r\n", "\r", "\n", "\r\n", "\n\n", "\r\r\n"};
    private static final String[] SEPARATORS = {";", ";", "\t", ",", " ; ", ";;"};
    private static final String[] NAMES = {
        "Ana",
        "José Núñez",
        "Conceição",
        "Silva, Ana",
        "O\"Neil",
        "\"Eva\"",
        "\"Gil; Paz\"",
        "=1+1",
        "'=x",
        "張偉",
        "😀",
        "nombre",
        "",
        " ",
        "n\u0303",
        "a".repeat(201),
        "ana@x.com",
        "\"\"\"\""
    };
    private static final String[] ADDRESSES = {
        "ana@x.com",
        "ANA@X.COM",
        "bea@gmial.com",
        "eva@münchen.de",
        "ida@x",
        "gil",
        "",
        "Ana <ana@x.com>",
        "a..b@x.com",
        "p1@x.com",
        "p2@x.com",
        "p3@x.com",
        "p4@x.com",
        "\"paz@x.com\"",
        "paz@x.com.",
        "a@b@c.de"
    };
    private static final String[] DATES = {
        "",
        "01/01/2018",
        "25/12/2018",
        "10/23/2020",
        "2018-02-03",
        "1/1/18",
        "43101",
        "31/02/2024",
        "nunca",
        "2018-01-01T10:00",
        "\"3.4.2018\""
    };
    private static final String[] HEADERS = {
        "nombre;email;fecha",
        "name,email,date,group,role",
        "e-mail\tnome\tdata\tturma",
        "motivo;nombre;apellido;email",
        "email"
    };
    private static final String[] SPOILERS = {
        "\0",
        "\u0007",
        "\uFFFD",
        "\uFEFF",
        "\u0085",
        "\u2028",
        "\u200b",
        "\u202e",
        "\"",
        "\"\"",
        "'",
        "\r",
        "\n",
        ";",
        ",",
        "\t",
        "@",
        "\u3000",
        "\uD83D",
        "<",
        "\\",
        "\u000B",
        "x".repeat(300),
        ";".repeat(120),
        "\"".repeat(50)
    };

    private static final Pattern IGNORED = Pattern.compile("[\\s\\p{Z}\\p{C}\"]");

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());

    @Test
    void losesNoLineAndBendsNobody() throws Exception {
        System.out.println("ListFuzzTests: -Dfuzz.seed=" + seed);
        for (int i = 0; i < LISTS; i++) {
            Random random = new Random(seed + i);
            byte[] bytes = list(random);
            try {
                check(new TestList(bytes, choices(random)));
            } catch (Throwable broken) {
                throw new AssertionError(
                        "-Dfuzz.seed=" + (seed + i) + ": " + HexFormat.of().formatHex(bytes), broken);
            }
        }
    }

    private static void check(TestList list) {
        Findings findings = list.findings();
        List<ListedLine> lines = list.lines(findings);
        List<String> text = new String(list.bytes(), findings.encoding().charset())
                .replaceFirst("^\uFEFF", "")
                .replace('\0', '\uFFFD')
                .lines()
                .toList();

        long skipped =
                lines.stream().filter(it -> it.content() instanceof Skipped).count();
        must(lines.size() + findings.blank() == text.size(), "as many lines as there are");
        must(lines.size() == findings.lines() + skipped, "as many people as were found");
        must(skipped == (findings.header() ? 1 : 0), "the header and nothing else is skipped");
        TreeSet<Integer> given = new TreeSet<>();
        Set<String> addresses = new HashSet<>();
        for (ListedLine line : lines) {
            String raw = text.get(line.number() - 1);
            must(given.isEmpty() || line.number() > given.last(), "in their order");
            given.add(line.number());
            must(
                    raw.length() > 10_000
                            ? line.raw().length() == 10_001
                            : line.raw().equals(raw),
                    "as they stand there");
            if (line.content() instanceof Person person) {
                must(addresses.add(person.email().value()), "nobody twice");
                check(person, raw);
            } else if (line.content() instanceof Refused refused) {
                must(refused.column() >= 1 && refused.column() <= Fields.MOST + 1, "a column");
                must(refused.detail() == null || refused.detail().length() <= 100, "a short detail");
            }
        }
        for (int number = 1; number <= text.size(); number++) {
            boolean empty = text.get(number - 1).chars().noneMatch(Character::isLetterOrDigit);
            must(empty || given.contains(number), "no line with something in it is blank");
        }
    }

    /** What a person is made of stands in the line, and is what the rooms above take. */
    private static void check(Person person, String raw) {
        String name = PlainText.requireName(person.name(), 200);
        must(name.chars().noneMatch(it -> it == 0xFFFD || Character.isISOControl(it)), "a clean name");
        String squeezed = squeezed(raw);
        must(Stream.of(name.split(" ")).allMatch(it -> squeezed.contains(squeezed(it))), "the name of the line");
        must(squeezed.contains(person.email().value().split("@")[0]), "the address of the line");
        LocalDate date = person.date();
        if (person.role() == ListRole.STUDENT) {
            must(
                    date != null && date.getYear() >= 1970 && !date.isAfter(TestList.TODAY.plusDays(1)),
                    "a day in bounds");
            must(person.ownDate() || TestList.TODAY.equals(date), "the default day");
        } else {
            must(date == null && person.group() == null, "staff without a group");
        }
    }

    private static String squeezed(String text) {
        return IGNORED.matcher(PlainText.sortKey(text)).replaceAll("");
    }

    /** A million lists make many millions of checks: none of them may build a text unless it fails. */
    private static void must(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    private static byte[] list(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(5) == 0 ? "\uFEFF" : "");
        String separator = any(random, SEPARATORS);
        if (random.nextInt(3) == 0) {
            text.append(any(random, HEADERS)).append(any(random, ENDS));
        }
        for (int lines = random.nextInt(9); lines > 0; lines--) {
            String own = random.nextInt(10) == 0 ? any(random, SEPARATORS) : separator;
            text.append(any(random, NAMES)).append(own).append(any(random, ADDRESSES));
            if (random.nextInt(3) > 0) {
                text.append(own).append(any(random, DATES));
            }
            text.append(lines == 1 && random.nextBoolean() ? "" : any(random, ENDS));
        }
        for (int spoiled = random.nextInt(4); spoiled > 0; spoiled--) {
            text.insert(random.nextInt(text.length() + 1), any(random, SPOILERS));
        }
        if (random.nextInt(1_000) == 0) {
            text.insert(random.nextInt(text.length() + 1), "y;".repeat(4_990 + random.nextInt(60_000)));
        }
        return spoiled(text.toString().getBytes(CHARSETS.get(random.nextInt(CHARSETS.size()))), random);
    }

    /** Bytes put in, taken out, altered, doubled or cut off. */
    private static byte[] spoiled(byte[] bytes, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int often = random.nextInt(3) == 0 ? 40 : Integer.MAX_VALUE;
        for (byte it : bytes) {
            int what = random.nextInt(often);
            if (what == 0) {
                out.write(random.nextInt(256));
            } else if (what == 1) {
                out.write(it);
                out.write(it);
            } else if (what != 2) {
                out.write(it);
            }
        }
        return out.toByteArray();
    }

    private static Choices choices(Random random) {
        if (random.nextInt(3) > 0) {
            return Choices.NONE;
        }
        return new Choices(
                random.nextBoolean() ? null : any(random, Encoding.values()),
                random.nextBoolean() ? null : any(random, Separator.values()),
                random.nextBoolean() ? null : any(random, DateOrder.values()),
                random.nextBoolean() ? null : random.nextBoolean(),
                random.nextBoolean()
                        ? null
                        : Stream.generate(() -> any(random, Field.values()))
                                .limit(random.nextInt(5))
                                .toList());
    }

    @SafeVarargs
    private static <T> T any(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
