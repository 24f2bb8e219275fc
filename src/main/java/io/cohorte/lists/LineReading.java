package io.cohorte.lists;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.lists.ListedLine.Content;
import io.cohorte.lists.ListedLine.Notice;
import io.cohorte.lists.ListedLine.Person;
import io.cohorte.lists.PlainDate.BadDate;
import io.cohorte.shared.PlainText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads single lines of a list by what was found of it and the rules they are held to. */
final class LineReading {

    private static final int LONGEST_NAME = 200;
    private static final int NONE = -1;

    private final Findings findings;
    private final Rules rules;
    private final int[] names;
    private final int email;
    private final int date;
    private final int group;
    private final int role;
    private final int needed;

    LineReading(Findings findings, Rules rules) {
        this.findings = findings;
        this.rules = rules;
        List<Field> columns = findings.columns();
        names = IntStream.range(0, columns.size())
                .filter(it -> columns.get(it) == Field.NAME)
                .toArray();
        email = columns.indexOf(Field.EMAIL);
        date = columns.indexOf(Field.DATE);
        group = columns.indexOf(Field.GROUP);
        role = columns.indexOf(Field.ROLE);
        needed = Math.max(email, names.length == 0 ? NONE : names[0]);
    }

    Content read(String raw) {
        try {
            return person(raw);
        } catch (Unfit unfit) {
            return unfit.refused();
        }
    }

    private Person person(String raw) throws Unfit {
        if (raw.length() > Lines.LONGEST) {
            throw new Unfit(ProblemCode.LINE_TOO_LONG, 0, raw);
        }
        List<String> fields = Fields.of(raw, findings.separator());
        checkNumber(raw, fields);
        for (int i = 0; i < fields.size(); i++) {
            if (findings.columns().get(i) != Field.IGNORED) {
                checkCharacters(fields.get(i), i);
            }
        }
        String name = name(fields);
        EmailAddress address = address(fields);
        checkNameIsNoAddress(name, address);
        ListRole given = role(fields);
        Notice notice = Lookalikes.meant(address)
                .map(it -> new Notice(NoticeCode.LOOKALIKE_DOMAIN, it))
                .orElse(null);
        if (given != ListRole.STUDENT) {
            String more = Stream.of(group, date)
                    .map(it -> field(fields, it))
                    .filter(it -> !it.isEmpty())
                    .collect(Collectors.joining(", "));
            return new Person(
                    name,
                    address,
                    given,
                    null,
                    null,
                    false,
                    notice != null || more.isEmpty() ? notice : new Notice(NoticeCode.NOT_FOR_STAFF, more));
        }
        LocalDate own = date(fields);
        return new Person(
                name, address, given, group(fields), own == null ? rules.defaultDate() : own, own != null, notice);
    }

    private void checkNumber(String raw, List<String> fields) throws Unfit {
        if (fields.size() <= needed) {
            Separator other = SeparatorScan.aroundAddress(raw);
            boolean another = other != null && other != findings.separator();
            throw new Unfit(another ? ProblemCode.OTHER_SEPARATOR : ProblemCode.TOO_FEW_FIELDS, fields.size(), null);
        }
        for (int i = findings.columns().size(); i < fields.size(); i++) {
            if (!fields.get(i).isEmpty()) {
                throw new Unfit(ProblemCode.TOO_MANY_FIELDS, i, fields.get(i));
            }
        }
    }

    private static void checkCharacters(String field, int column) throws Unfit {
        for (int i = 0; i < field.length(); i++) {
            char it = field.charAt(i);
            if (it == Lines.LOST || Character.isSurrogate(it) && isAlone(field, i)) {
                throw new Unfit(ProblemCode.LOST_CHARACTERS, column, field);
            }
            if (Character.isISOControl(it) && it != '\t' || it == '\u2028' || it == '\u2029') {
                throw new Unfit(ProblemCode.CONTROL_CHARACTER, column, PlainText.trim(field));
            }
        }
    }

    private static boolean isAlone(String field, int at) {
        return Character.isHighSurrogate(field.charAt(at))
                ? at + 1 == field.length() || !Character.isLowSurrogate(field.charAt(at + 1))
                : at == 0 || !Character.isHighSurrogate(field.charAt(at - 1));
    }

    private String name(List<String> fields) throws Unfit {
        String name = PlainText.tidy(names.length == 1 ? field(fields, names[0]) : joined(fields));
        int column = names.length == 0 ? 0 : names[0];
        if (name.codePoints().noneMatch(LineReading::isVisible)) {
            throw new Unfit(ProblemCode.NO_NAME, column, null);
        }
        if (PlainText.length(name) > LONGEST_NAME) {
            throw new Unfit(ProblemCode.NAME_TOO_LONG, column, String.valueOf(PlainText.length(name)));
        }
        return name;
    }

    private String joined(List<String> fields) {
        return IntStream.of(names)
                .mapToObj(it -> field(fields, it))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.SPACE_SEPARATOR ->
                false;
            default -> true;
        };
    }

    private EmailAddress address(List<String> fields) throws Unfit {
        String text = field(fields, email);
        Optional<EmailAddress> address = Addresses.read(text);
        if (address.isPresent()) {
            return address.get();
        }
        int elsewhere = text.indexOf('@') >= 0
                ? NONE
                : IntStream.range(0, fields.size())
                        .filter(it -> Addresses.read(fields.get(it)).isPresent())
                        .findFirst()
                        .orElse(NONE);
        if (elsewhere != NONE) {
            throw new Unfit(ProblemCode.EMAIL_ELSEWHERE, Math.max(email, 0), String.valueOf(elsewhere + 1));
        }
        throw text.isEmpty()
                ? new Unfit(ProblemCode.NO_EMAIL, Math.max(email, 0), null)
                : new Unfit(Addresses.reason(text), email, text);
    }

    /** Two addresses in a line are a slip somewhere, unless one stands for the name that nobody knew. */
    private void checkNameIsNoAddress(String name, EmailAddress address) throws Unfit {
        if (name.indexOf('@') > 0) {
            for (String word : name.split("[\\s;,:<>()\\[\\]\"]+")) {
                Optional<EmailAddress> other = Addresses.read(word);
                if (other.isPresent() && !(other.get().equals(address) && word.equals(name))) {
                    throw new Unfit(ProblemCode.EMAIL_IN_NAME, names[0], name);
                }
            }
        }
    }

    private ListRole role(List<String> fields) throws Unfit {
        String text = field(fields, role);
        if (text.isEmpty()) {
            return ListRole.STUDENT;
        }
        ListRole given = Vocabulary.role(text).orElseThrow(() -> new Unfit(ProblemCode.NO_SUCH_ROLE, role, text));
        if (given != ListRole.STUDENT && !rules.roles().contains(given)) {
            throw new Unfit(ProblemCode.MAY_NOT_GIVE_ROLE, role, text);
        }
        return given;
    }

    private @Nullable String group(List<String> fields) throws Unfit {
        String text = field(fields, group);
        if (text.isEmpty()) {
            return null;
        }
        String key = PlainText.nameKey(text);
        if (!rules.groupNames().contains(key)) {
            throw new Unfit(ProblemCode.NO_SUCH_GROUP, group, text);
        }
        return key;
    }

    private @Nullable LocalDate date(List<String> fields) throws Unfit {
        String text = field(fields, date);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return PlainDate.parse(text, findings.dates().order(), rules.latest());
        } catch (BadDate bad) {
            throw new Unfit(bad.code(), date, text);
        }
    }

    private static String field(List<String> fields, int column) {
        return column == NONE || column >= fields.size() ? "" : fields.get(column);
    }
}
