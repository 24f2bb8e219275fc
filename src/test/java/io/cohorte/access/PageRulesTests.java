package io.cohorte.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.groups.GroupId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One group's rule at one page, changed without a word about the others. */
class PageRulesTests {

    private static final Schedule LATER = new Schedule(new Release.AfterPurchase(7), new Expiry.Never());

    private final GroupId one = new GroupId(UUID.randomUUID());
    private final GroupId other = new GroupId(UUID.randomUUID());
    private final Set<GroupId> all = Set.of(one, other);

    @Test
    void keepsTheAudienceWhereTheGroupIsInOrOutAsBefore() {
        PageRules inherited = new PageRules(moduleFor(one), Rules.OF_A_PAGE);

        assertThat(inherited.with(one, true, LATER, all))
                .isEqualTo(new Rules(new Audience.Inherited(), Map.of(one, LATER)));
        assertThat(inherited.with(other, false, null, all)).isEqualTo(Rules.OF_A_PAGE);
    }

    @Test
    void choosesTheOthersThereAreWhereAGroupIsTakenOutOfAll() {
        PageRules forAll = new PageRules(Rules.OF_A_MODULE, new Rules(new Audience.All(), Map.of(other, LATER)));

        assertThat(forAll.with(one, false, null, all))
                .isEqualTo(new Rules(new Audience.Chosen(Set.of(other)), Map.of(other, LATER)));
    }

    @Test
    void takesTheGroupsOfTheModuleForItsOwnWhereItDiffersFromThem() {
        PageRules inherited = new PageRules(moduleFor(one), Rules.OF_A_PAGE);

        assertThat(inherited.with(other, true, null, all).audience()).isEqualTo(new Audience.Chosen(all));
        assertThat(inherited.with(one, false, null, all).audience()).isEqualTo(new Audience.Chosen(Set.of()));
    }

    @Test
    void hasTheScheduleOfTheModuleAgainWhereItsOwnIsTakenAway() {
        PageRules own = new PageRules(Rules.OF_A_MODULE, new Rules(new Audience.Inherited(), Map.of(one, LATER)));

        assertThat(own.with(one, true, null, all)).isEqualTo(Rules.OF_A_PAGE);
    }

    private static Rules moduleFor(GroupId group) {
        return new Rules(new Audience.Chosen(Set.of(group)), Map.of());
    }
}
