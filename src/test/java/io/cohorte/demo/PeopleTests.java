package io.cohorte.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.accounts.EmailAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeopleTests {

    private static final int MANY = 50_000;

    @Test
    void haveValidAddressesNoTwoOfThemEqual() {
        Set<EmailAddress> seen = new HashSet<>();

        for (Person person : some(1, MANY)) {
            EmailAddress address = EmailAddress.of(person.email());
            assertThat(address.value()).isEqualTo(person.email()).endsWith(".example");
            assertThat(seen.add(address)).as(person.email()).isTrue();
        }
        assertThat(seen).hasSize(MANY);
    }

    @Test
    void stayDistinctWhenTheyAreAMillion() {
        People people = new People(2);
        Set<String> seen = new HashSet<>();

        for (int i = 0; i < 1_000_000; i++) {
            seen.add(people.next().email());
        }

        assertThat(seen).hasSize(1_000_000);
    }

    @Test
    void bearNamesOfThreeLanguagesWithTheirAccents() {
        List<String> names = some(1, MANY).stream().map(Person::name).toList();

        assertThat(names)
                .anyMatch(it -> it.contains("Núñez"))
                .anyMatch(it -> it.contains("Íñigo"))
                .anyMatch(it -> it.contains("da Conceição"))
                .anyMatch(it -> it.contains("João"))
                .anyMatch(it -> it.contains("O’Connor"))
                .anyMatch(it -> it.contains("Sinéad"));
    }

    @Test
    void fitALineOfAList() {
        assertThat(some(1, MANY)).allSatisfy(it -> assertThat(it.name())
                .isEqualTo(it.name().strip())
                .doesNotContain(";", "  ")
                .hasSizeBetween(4, 100));
    }

    @Test
    void writeTheirAddressesInManyForms() {
        List<String> addresses = some(1, MANY).stream().map(Person::email).toList();

        assertThat(addresses)
                .anyMatch(it -> it.matches("[a-z]+\\.[a-z]+\\d\\d@.*"))
                .anyMatch(it -> it.matches("[a-z]+_[a-z]+@.*"))
                .anyMatch(it -> it.matches("[a-z]+@.*"))
                .anyMatch(it -> it.matches("[a-z]+-[a-z]+@.*"));
    }

    @Test
    void areTheSameForTheSameSeed() {
        assertThat(some(7, MANY)).isEqualTo(some(7, MANY)).isNotEqualTo(some(8, MANY));
    }

    @Test
    void areDrawnFromListsThatAreLongEnough() {
        for (String language : List.of("es", "pt", "en")) {
            Names names = Names.of(language, 0);

            assertThat(names.first()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
            assertThat(names.surnames()).hasSizeGreaterThanOrEqualTo(80).doesNotHaveDuplicates();
            assertThat(names.domains()).isNotEmpty().allMatch(it -> it.endsWith(".example"));
        }
    }

    private static List<Person> some(long seed, int count) {
        People people = new People(seed);
        return Stream.generate(people::next).limit(count).toList();
    }
}
