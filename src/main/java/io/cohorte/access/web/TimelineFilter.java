package io.cohorte.access.web;

import io.cohorte.groups.GroupQueries.GroupChoice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What the timeline is asked for, as it was typed.
 *
 * @param group nothing for the default one
 * @param bought the day of the purchase; nothing for today
 */
record TimelineFilter(@Nullable String group, @Nullable String bought) {

    /** @return nothing if there is no such group */
    Optional<GroupChoice> group(List<GroupChoice> choices) {
        return choices.stream()
                .filter(it ->
                        group == null || group.isBlank() || it.id().toString().equals(group))
                .findFirst();
    }

    LocalDate bought(LocalDate today, Errors errors) {
        return TypedDay.read(bought, "bought", errors).orElse(today);
    }
}
