package io.cohorte.access.web;

import io.cohorte.access.Release;
import io.cohorte.groups.GroupQueries.GroupChoice;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.Errors;

/**
 * What the matrix is asked for, as it was typed.
 *
 * @param at a day; nothing for now
 * @param days since the purchase; nothing for 0
 * @param nobody whether only the pages are meant that nobody sees
 * @param one a group to be compared
 * @param other with this one
 */
record MatrixFilter(
        @Nullable String at,
        @Nullable String days,
        @Nullable String nobody,
        @Nullable String one,
        @Nullable String other) {

    /** The day asked for, or today; what cannot be read is complained of. */
    LocalDate day(LocalDate today, Errors errors) {
        return TypedDay.read(at, "at", errors).orElse(today);
    }

    /** From 0 to 36,500; what cannot be read is complained of. */
    int daysSincePurchase(Errors errors) {
        String text = text(days);
        if (text.isEmpty()) {
            return 0;
        }
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= Release.MOST_DAYS) {
            return Integer.parseInt(text);
        }
        errors.rejectValue("days", "access.days-out-of-bounds", new Object[] {0, Release.MOST_DAYS}, null);
        return 0;
    }

    public boolean isOfNobody() {
        return "true".equals(nobody);
    }

    /** The two groups to compare, or all. */
    List<GroupChoice> columns(List<GroupChoice> groups) {
        List<GroupChoice> two = Stream.of(text(one), text(other))
                .distinct()
                .flatMap(id -> groups.stream().filter(it -> it.id().toString().equals(id)))
                .toList();
        return two.size() == 2 ? two : groups;
    }

    /** The parameters that bring it back; without any, it asks for nothing. */
    MultiValueMap<String, String> asParameters() {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        add(parameters, "at", at);
        add(parameters, "days", days);
        add(parameters, "nobody", nobody);
        add(parameters, "one", one);
        add(parameters, "other", other);
        return parameters;
    }

    private static void add(MultiValueMap<String, String> parameters, String name, @Nullable String value) {
        if (!text(value).isEmpty()) {
            parameters.add(name, text(value));
        }
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
