package io.cohorte.sales;

import io.cohorte.groups.GroupId;
import io.cohorte.groups.MemberSelection;
import io.cohorte.groups.Memberships;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductRef;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door for setting right who sits in another group than their purchase leads to. */
@CommandService
public class Misplacements {

    private final MisplacementQueries misplaced;
    private final Memberships memberships;
    private final JdbcClient jdbc;

    Misplacements(MisplacementQueries misplaced, Memberships memberships, JdbcClient jdbc) {
        this.misplaced = misplaced;
        this.memberships = memberships;
        this.jdbc = jdbc;
    }

    /**
     * Moves students to where their purchases lead, each group's together, all or none; it counts as done by hand, and
     * everybody keeps their purchase date.
     *
     * @param among whom of them; null for all
     * @param seen how many they were when it was confirmed
     * @return how many were moved
     * @throws MisplacementsChanged if they are not as many now
     */
    public long settle(ProductRef product, @Nullable Collection<AccountId> among, long seen, Actor actor) {
        hold(product);
        Map<GroupId, Set<AccountId>> wanted = misplaced.wanted(product, among);
        long present = wanted.values().stream().mapToLong(Set::size).sum();
        if (present != seen) {
            throw new MisplacementsChanged(seen, present);
        }
        long moved = 0;
        for (Map.Entry<GroupId, Set<AccountId>> group : wanted.entrySet()) {
            moved += memberships.moveAll(
                    product, new MemberSelection.Ticked(group.getValue()), group.getKey(), false, actor);
        }
        return moved;
    }

    /** Nobody else places anybody meanwhile, so that who is found misplaced still is when moved. */
    private void hold(ProductRef product) {
        jdbc.sql("SELECT FROM product_groups WHERE product_id = :product FOR UPDATE")
                .param("product", product.id().value())
                .query((row, number) -> number)
                .optional()
                .orElseThrow(() -> new NotFound("product"));
    }
}
