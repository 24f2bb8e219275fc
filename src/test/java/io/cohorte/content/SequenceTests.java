package io.cohorte.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cohorte.shared.NotFound;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceTests {

    private static final List<String> ABC = List.of("a", "b", "c");

    @Test
    void movesOneByAPlace() {
        assertThat(Sequence.shifted(ABC, "b", -1)).containsExactly("b", "a", "c");
        assertThat(Sequence.shifted(ABC, "b", 1)).containsExactly("a", "c", "b");
    }

    @Test
    void leavesTheFirstFirstAndTheLastLast() {
        assertThat(Sequence.shifted(ABC, "a", -1)).isEqualTo(ABC);
        assertThat(Sequence.shifted(ABC, "c", 1)).isEqualTo(ABC);
    }

    @Test
    void findsNoneThatIsNotThere() {
        assertThatThrownBy(() -> Sequence.shifted(ABC, "d", 1)).isInstanceOf(NotFound.class);
    }

    @Test
    void putsOneBeforeAnother() {
        assertThat(Sequence.withPlaced(ABC, "c", "a")).containsExactly("c", "a", "b");
        assertThat(Sequence.withPlaced(ABC, "a", "c")).containsExactly("b", "a", "c");
        assertThat(Sequence.withPlaced(ABC, "d", "b")).containsExactly("a", "d", "b", "c");
    }

    @Test
    void putsOneBehindAll() {
        assertThat(Sequence.withPlaced(ABC, "a", null)).containsExactly("b", "c", "a");
        assertThat(Sequence.withPlaced(ABC, "d", null)).containsExactly("a", "b", "c", "d");
    }

    @Test
    void leavesOneThatIsPutBeforeItself() {
        assertThat(Sequence.withPlaced(ABC, "b", "b")).isEqualTo(ABC);
    }

    @Test
    void refusesAPlaceBeforeOneThatIsGone() {
        assertThatThrownBy(() -> Sequence.withPlaced(ABC, "a", "gone")).isInstanceOf(OrderOutdated.class);
    }

    @Test
    void putsANewOneBehindAnother() {
        assertThat(Sequence.withBehind(ABC, "d", "a")).containsExactly("a", "d", "b", "c");
        assertThat(Sequence.withBehind(ABC, "d", "c")).containsExactly("a", "b", "c", "d");
    }

    @Test
    void takesAnOrderOfExactlyThoseThereAre() {
        assertThatCode(() -> Sequence.requireSame(ABC, List.of("c", "b", "a"))).doesNotThrowAnyException();
        for (List<String> other : List.of(
                List.of("a", "b"), List.of("a", "b", "c", "d"), List.of("a", "b", "d"), List.of("a", "b", "b"))) {
            assertThatThrownBy(() -> Sequence.requireSame(ABC, other)).isInstanceOf(OrderOutdated.class);
        }
    }
}
