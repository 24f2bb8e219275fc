package io.cohorte.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A product has exactly one default group at any time. */
class ProductGroupsTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final ProductGroups groups = new ProductGroups(ProductId.next(), "Grupo general", NOW);
    private final GroupId first = groups.defaultGroup();

    @Test
    void isBornWithOneGroupThatIsTheDefault() {
        assertThat(groups.has(first)).isTrue();
        assertThat(groups.isDefault(first)).isTrue();
        assertThat(groups.get(first).name()).isEqualTo("Grupo general");
    }

    @Test
    void keepsTheDefaultWhenAnotherGroupIsOpened() {
        GroupId other = groups.open("Grupo B", NOW);

        assertThat(groups.has(other)).isTrue();
        assertThat(groups.isDefault(other)).isFalse();
        assertThat(groups.defaultGroup()).isEqualTo(first);
    }

    @Test
    void handsTheDefaultOnSoThatOneGroupHasIt() {
        GroupId other = groups.open("Grupo B", NOW);

        groups.makeDefault(other);

        assertThat(groups.defaultGroup()).isEqualTo(other);
        assertThat(groups.isDefault(other)).isTrue();
        assertThat(groups.isDefault(first)).isFalse();
        assertThat(groups.has(first)).isTrue();
    }

    @Test
    void staysAsItIsWhenTheDefaultIsMadeTheDefault() {
        groups.makeDefault(first);

        assertThat(groups.defaultGroup()).isEqualTo(first);
    }

    @Test
    void refusesToCloseTheDefaultGroup() {
        groups.open("Grupo B", NOW);

        assertThatThrownBy(() -> groups.close(first)).isInstanceOf(DefaultGroupStays.class);

        assertThat(groups.has(first)).isTrue();
        assertThat(groups.defaultGroup()).isEqualTo(first);
    }

    @Test
    void refusesToCloseTheOnlyGroup() {
        assertThatThrownBy(() -> groups.close(first)).isInstanceOf(DefaultGroupStays.class);
    }

    @Test
    void closesAnOrdinaryGroup() {
        GroupId other = groups.open("Grupo B", NOW);

        groups.close(other);

        assertThat(groups.has(other)).isFalse();
        assertThat(groups.defaultGroup()).isEqualTo(first);
    }

    @Test
    void closesTheFormerDefaultGroup() {
        GroupId other = groups.open("Grupo B", NOW);
        groups.makeDefault(other);

        groups.close(first);

        assertThat(groups.has(first)).isFalse();
        assertThatThrownBy(() -> groups.close(other)).isInstanceOf(DefaultGroupStays.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Grupo B", "grupo b", "GRUPO B", " Grupo B ", "Grupo  B", "Grupo\u00a0B", "Grupo\tB"})
    void refusesANameThatIsTakenWhateverCaseAndSpaces(String name) {
        groups.open("Grupo B", NOW);
        GroupId other = groups.open("Grupo C", NOW);

        assertThatThrownBy(() -> groups.open(name, NOW)).isInstanceOf(GroupNameTaken.class);
        assertThatThrownBy(() -> groups.rename(other, name)).isInstanceOf(GroupNameTaken.class);

        assertThat(groups.get(other).name()).isEqualTo("Grupo C");
    }

    @Test
    void refusesTheNameOfTheDefaultGroup() {
        assertThatThrownBy(() -> groups.open("GRUPO GENERAL", NOW)).isInstanceOf(GroupNameTaken.class);
    }

    @Test
    void tellsNamesApartThatDifferInMoreThanCaseAndSpaces() {
        GroupId other = groups.open("Grupó general", NOW);

        assertThat(groups.get(other).name()).isEqualTo("Grupó general");
    }

    @Test
    void renamesAGroup() {
        groups.rename(first, "Turma 1");

        assertThat(groups.get(first).name()).isEqualTo("Turma 1");
        assertThat(groups.defaultGroup()).isEqualTo(first);
    }

    @Test
    void renamesAGroupToItsOwnNameInAnotherCase() {
        groups.rename(first, "GRUPO  General");

        assertThat(groups.get(first).name()).isEqualTo("GRUPO  General");
    }

    @Test
    void givesANameFreeAgainByRenamingOrClosing() {
        GroupId other = groups.open("Grupo B", NOW);
        groups.rename(first, "Grupo A");
        groups.rename(other, "grupo general");
        groups.close(other);

        assertThat(groups.has(groups.open("Grupo B", NOW))).isTrue();
        assertThat(groups.has(groups.open("Grupo General", NOW))).isTrue();
        assertThatThrownBy(() -> groups.open("grupo a", NOW)).isInstanceOf(GroupNameTaken.class);
    }

    @Test
    void knowsNoGroupOfAnotherProduct() {
        ProductGroups elsewhere = new ProductGroups(ProductId.next(), "Grupo general", NOW);
        GroupId unknown = elsewhere.defaultGroup();

        assertThat(groups.has(unknown)).isFalse();
        assertThat(groups.isDefault(unknown)).isFalse();
        assertThatThrownBy(() -> groups.get(unknown)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> groups.rename(unknown, "X")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> groups.makeDefault(unknown)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> groups.close(unknown)).isInstanceOf(NotFound.class);
        assertThat(groups.defaultGroup()).isEqualTo(first);
    }

    @Test
    void knowsAClosedGroupNoMore() {
        GroupId other = groups.open("Grupo B", NOW);
        groups.close(other);

        assertThatThrownBy(() -> groups.makeDefault(other)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> groups.close(other)).isInstanceOf(NotFound.class);
    }
}
