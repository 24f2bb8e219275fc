package io.cohorte.groups;

import java.util.List;

/**
 * What a change would mean for what students see, by what they see at this moment and what opens to them later.
 *
 * @param effects who loses and who gains what, most students first; empty if nobody does
 * @param seenByNobody titles of the published pages that no group would see any more, and some group does now
 */
public record AccessEffects(List<Effect> effects, List<String> seenByNobody) {

    public static final AccessEffects NONE = new AccessEffects(List.of(), List.of());

    public AccessEffects {
        effects = List.copyOf(effects);
        seenByNobody = List.copyOf(seenByNobody);
    }

    /**
     * What changes alike for so many students.
     *
     * @param loses titles of pages that are open to them and would not be
     * @param gains titles of pages that are not open to them and would be
     * @param losesLater titles of pages that would have opened to them some day, and would not
     * @param gainsLater titles of pages that would open to them some day, and would not have
     */
    public record Effect(
            long students, List<String> loses, List<String> gains, List<String> losesLater, List<String> gainsLater) {}

    public boolean isNone() {
        return effects.isEmpty() && seenByNobody.isEmpty();
    }

    /** How many students lose a page that is open to them. */
    public long losers() {
        return effects.stream()
                .filter(it -> !it.loses().isEmpty())
                .mapToLong(Effect::students)
                .sum();
    }

    /** How many students gain a page at once. */
    public long gainers() {
        return effects.stream()
                .filter(it -> !it.gains().isEmpty())
                .mapToLong(Effect::students)
                .sum();
    }
}
