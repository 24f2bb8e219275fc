package io.cohorte.lists;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.lists.ListedLine.Content;
import io.cohorte.lists.ListedLine.Person;
import io.cohorte.lists.ListedLine.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A list as the tests read it: on 1 March 2026, where a day comes first if nothing shows it. */
record TestList(byte[] bytes, Choices choices) {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    static final Rules RULES = new Rules(
            TODAY,
            TODAY.plusDays(1),
            Set.of("grupo a", "turma ñ"),
            Set.of(ListRole.STUDENT, ListRole.MODERATOR, ListRole.CONTENT_EDITOR));

    static TestList of(byte[] bytes) {
        return new TestList(bytes, Choices.NONE);
    }

    static TestList of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    TestList with(@Nullable Separator separator, @Nullable Boolean header, @Nullable List<Field> columns) {
        return new TestList(bytes, new Choices(null, separator, null, header, columns));
    }

    TestList with(DateOrder order) {
        return new TestList(bytes, new Choices(null, null, order, null, null));
    }

    Source source() {
        return () -> new ByteArrayInputStream(bytes);
    }

    Findings findings() {
        try {
            return ListReader.examine(source(), choices, DateOrder.DAY_FIRST, 1_000_000);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    List<ListedLine> lines() {
        return lines(findings());
    }

    List<ListedLine> lines(Findings findings) {
        List<ListedLine> lines = new ArrayList<>();
        try {
            ListReader.read(source(), findings, RULES, lines::add);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return lines;
    }

    List<Content> contents() {
        return lines().stream().map(ListedLine::content).toList();
    }

    List<Person> people() {
        return lines().stream()
                .filter(it -> it.content() instanceof Person)
                .map(it -> (Person) it.content())
                .toList();
    }

    List<String> names() {
        return people().stream().map(Person::name).toList();
    }

    /** What the one line of a list comes to, separated by semicolons and without a header. */
    static Content only(String line) {
        List<Content> contents = of(line).with(Separator.SEMICOLON, false, null).contents();
        if (contents.size() != 1) {
            throw new AssertionError(contents);
        }
        return contents.get(0);
    }

    static Person person(String name, String email) {
        return new Person(name, EmailAddress.of(email), ListRole.STUDENT, null, TODAY, false, null);
    }

    static Person person(String name, String email, LocalDate date) {
        return new Person(name, EmailAddress.of(email), ListRole.STUDENT, null, date, true, null);
    }

    static Refused refused(ProblemCode code, int column, @Nullable String detail) {
        return new Refused(code, column, detail);
    }
}
