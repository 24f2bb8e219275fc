package io.cohorte.imports.web;

import io.cohorte.imports.ListedPerson;
import io.cohorte.lists.ListRole;
import io.cohorte.shared.RuleViolation;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The form of an import by hand: a person being typed and, carried along, those on the list already.
 *
 * @param id of the import it will be
 */
record ManualForm(
        @NotNull UUID id,
        @Nullable String name,
        @Nullable String email,
        @Nullable ListRole role,
        @Nullable UUID group,
        @Nullable String date,
        @Nullable List<PersonForm> people) {

    ManualForm {
        people = people == null
                ? List.of()
                : people.stream().filter(Objects::nonNull).toList();
    }

    /** With the person being typed at the end of the list. The next one is likely to be of the same kind. */
    ManualForm added() {
        List<PersonForm> more = new ArrayList<>(people);
        more.add(typed());
        return new ManualForm(id, "", "", role, group, date, more);
    }

    /** Without the person at this place of the list, counted from 0; what is being typed stays. */
    ManualForm without(int index) {
        List<PersonForm> fewer = new ArrayList<>(people);
        if (index >= 0 && index < fewer.size()) {
            fewer.remove(index);
        }
        return new ManualForm(id, name, email, role, group, date, fewer);
    }

    /**
     * Those on the list, and behind them the one being typed.
     *
     * @param typedToo whether that one must be somebody; if not, two blank fields are nobody as long as there is a list
     * @param errors told of every field that can't be read: then the people are incomplete
     */
    List<ListedPerson> read(boolean typedToo, Errors errors) {
        List<ListedPerson> read = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            read.add(people.get(i).read(place(i), errors));
        }
        if (typedToo || people.isEmpty() || !typed().isBlank()) {
            read.add(typed().read("", errors));
        }
        return read;
    }

    /** The field of this form that a rule is about; null if it is about the whole. */
    @Nullable
    String fieldOf(RuleViolation broken) {
        return broken.field()
                .filter(it -> it.startsWith("people["))
                .map(it -> it.replace(place(people.size()), ""))
                .orElse(null);
    }

    private PersonForm typed() {
        return new PersonForm(name, email, role, group, date);
    }

    private static String place(int index) {
        return "people[" + index + "].";
    }
}
