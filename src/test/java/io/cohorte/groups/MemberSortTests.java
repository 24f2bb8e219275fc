package io.cohorte.groups;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberSortTests {

    @ParameterizedTest
    @EnumSource
    void isFoundByItsParameter(MemberSort sort) {
        assertThat(MemberSort.of(sort.parameter())).contains(sort);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NAME", "--name", "name;drop table"})
    void isEmptyForAnyOtherParameter(String parameter) {
        assertThat(MemberSort.of(parameter)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NAME, ASC, >", "NAME_DESCENDING, DESC, <", "ANCHOR, ASC, >", "ANCHOR_DESCENDING, DESC, <"})
    void readsOnInItsDirectionAndBackInTheOther(MemberSort sort, String direction, String behind) {
        String opposite = direction.equals("ASC") ? "DESC" : "ASC";

        assertThat(sort.order("x", false)).endsWith("id " + direction).doesNotContain(opposite);
        assertThat(sort.order("x", true)).endsWith("id " + opposite).doesNotContain(" " + direction);
        assertThat(sort.behind("x", false)).contains(") " + behind + " (");
        assertThat(sort.behind("x", true)).contains(behind.equals(">") ? ") < (" : ") > (");
    }
}
