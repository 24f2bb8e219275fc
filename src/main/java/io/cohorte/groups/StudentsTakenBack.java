package io.cohorte.groups;

import io.cohorte.groups.Reversal.Effect;
import io.cohorte.shared.Actor;
import io.cohorte.shared.ProductEvent;
import io.cohorte.shared.ProductRef;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an import did to students was taken back. Person by person it stands in their history under the command.
 *
 * @param reference the import
 * @param left those who are out again
 * @param moved those who are back in another group, or have their former date again
 */
public record StudentsTakenBack(Actor actor, ProductRef where, UUID command, UUID reference, long left, long moved)
        implements ProductEvent {

    static StudentsTakenBack of(
            Actor actor, ProductRef product, UUID command, UUID reference, List<Reversal> reversals) {
        long left = reversals.stream()
                .filter(it -> it.effect() == Effect.VANISHES || it.effect() == Effect.LEAVES)
                .count();
        return new StudentsTakenBack(actor, product, command, reference, left, reversals.size() - left);
    }

    @Override
    public UUID subject() {
        return command;
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("import", reference, "left", left, "moved", moved);
    }
}
