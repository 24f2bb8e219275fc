package io.cohorte.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.access.Matrix.Row;
import io.cohorte.catalog.ProductFormat;
import io.cohorte.catalog.ProductView;
import io.cohorte.content.ModuleId;
import io.cohorte.content.Outline;
import io.cohorte.content.Outline.ModuleLine;
import io.cohorte.content.Outline.PageLine;
import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the cells of the matrix say, and which of its rows a filter keeps. */
class MatrixTests {

    private static final ZoneId ZONE = ZoneId.of("America/Bogota");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final GroupId first = new GroupId(UUID.randomUUID());
    private final GroupId second = new GroupId(UUID.randomUUID());
    private final ModuleId module = new ModuleId(UUID.randomUUID());
    private final List<PageLine> pages = new ArrayList<>();
    private final Map<UUID, Rules> rules = new HashMap<>();
    private boolean modulePublished = true;

    @Test
    void saysOpenWhereNothingIsSaid() {
        page("Bienvenida", true, null);

        assertThat(states(at(DAY, 0))).containsExactly(CellState.OPEN, CellState.OPEN);
    }

    @Test
    void saysWhenAPageOpensAndThatItIsOpenFromThenOn() {
        page("Más tarde", true, null, new Schedule(new Release.OnDay(DAY), new Expiry.Never()));
        Instant opens = DAY.atStartOfDay(ZONE).toInstant();

        assertThat(cell(at(opens.minusSeconds(1), 0))).isEqualTo(new Cell(CellState.OPENS, opens));
        assertThat(cell(at(opens, 0))).isEqualTo(new Cell(CellState.OPEN, null));
    }

    @Test
    void countsTheDaysSinceThePurchaseBackFromTheDayShown() {
        page("A los 7 días", true, null, new Schedule(new Release.AfterPurchase(7), new Expiry.AfterPurchase(9)));

        assertThat(cell(at(DAY, 6)).opens())
                .isEqualTo(DAY.plusDays(1).atStartOfDay(ZONE).toInstant());
        assertThat(cell(at(DAY, 7)).state()).isEqualTo(CellState.OPEN);
        assertThat(cell(at(DAY, 8)).state()).isEqualTo(CellState.OPEN);
        assertThat(cell(at(DAY, 9)).state()).isEqualTo(CellState.EXPIRED);
    }

    /** Closed before it opens, whatever the day: no time opens it. */
    @Test
    void saysExpiredOfAWindowThatIsEmpty() {
        page("Nunca", true, null, new Schedule(new Release.OnDay(DAY.plusDays(30)), new Expiry.AfterPurchase(10)));

        assertThat(cell(at(DAY, 0)).state()).isEqualTo(CellState.EXPIRED);
        assertThat(cell(at(DAY.plusDays(60), 0)).state()).isEqualTo(CellState.OPEN);
    }

    @Test
    void hidesFromGroupsThePageIsNotForAndAllThatIsUnpublished() {
        page("Para uno", true, null);
        rules.put(pages.get(0).id().value(), new Rules(new Audience.Chosen(Set.of(second)), Map.of()));
        page("Borrador", false, null);

        assertThat(states(at(DAY, 0)))
                .containsExactly(CellState.HIDDEN, CellState.OPEN, CellState.HIDDEN, CellState.HIDDEN);
        modulePublished = false;
        assertThat(states(at(DAY, 0))).containsOnly(CellState.HIDDEN);
    }

    @Test
    void saysPasswordOnlyWhereNothingElseKeepsThePageClosed() {
        page("Cerrada", true, UUID.randomUUID(), new Schedule(new Release.OnDay(DAY), new Expiry.OnDay(DAY)));

        assertThat(cell(at(DAY.minusDays(1), 0)).state()).isEqualTo(CellState.OPENS);
        assertThat(cell(at(DAY, 0)).state()).isEqualTo(CellState.PASSWORD);
        assertThat(cell(at(DAY.plusDays(1), 0)).state()).isEqualTo(CellState.EXPIRED);
        assertThat(states(at(DAY, 0)).get(1)).isEqualTo(CellState.PASSWORD);
    }

    @Test
    void keepsThePagesThatNobodySeesNowOrLater() {
        page("Abierta", true, null);
        page("Más tarde", true, null, new Schedule(new Release.OnDay(DAY.plusDays(1)), new Expiry.Never()));
        rules.computeIfPresent(
                pages.get(1).id().value(), (id, it) -> new Rules(new Audience.Chosen(Set.of(first)), it.schedules()));
        page("Con contraseña", true, UUID.randomUUID());
        page("De nadie", true, null);
        rules.put(pages.get(3).id().value(), new Rules(new Audience.Chosen(Set.of()), Map.of()));
        page("Borrador", false, null);

        assertThat(titles(at(DAY, 0).seenByNobody())).containsExactly("De nadie", "Borrador");
        assertThat(at(DAY, 0).seenByNobody().seenByNobody())
                .isEqualTo(at(DAY, 0).seenByNobody());
    }

    @Test
    void keepsThePagesThatDifferAndNoModuleWithoutAny() {
        page("Igual", true, null);
        page("Distinta", true, null, new Schedule(new Release.OnDay(DAY.plusDays(1)), new Expiry.Never()));

        assertThat(titles(at(DAY, 0).differing())).containsExactly("Distinta");
        assertThat(at(DAY.plusDays(1), 0).differing().sections()).isEmpty();
    }

    @Test
    void opensWhereMidnightDoesNotExistWithTheFirstInstantOfTheDay() {
        ZoneId santiago = ZoneId.of("America/Santiago");
        LocalDate day = LocalDate.of(2025, 9, 7);
        page("Primavera", true, null, new Schedule(new Release.OnDay(day), new Expiry.Never()));
        Instant one = Instant.parse("2025-09-07T04:00:00Z");

        Cell before = Matrix.of(curriculum(santiago), List.of(first), one.minusSeconds(1), 0)
                .sections()
                .get(0)
                .rows()
                .get(0)
                .cells()
                .get(0);

        assertThat(before).isEqualTo(new Cell(CellState.OPENS, one));
    }

    /** @param schedule of the first group alone */
    private void page(String title, boolean published, @Nullable UUID password, Schedule... schedule) {
        PageId id = new PageId(UUID.randomUUID());
        pages.add(new PageLine(id, module, title, published, false, true, password, 0));
        if (schedule.length > 0) {
            rules.put(id.value(), new Rules(new Audience.Inherited(), Map.of(first, schedule[0])));
        }
    }

    private Matrix at(LocalDate day, int days) {
        return at(day.atTime(15, 30).atZone(ZONE).toInstant(), days);
    }

    private Matrix at(Instant moment, int days) {
        return Matrix.of(curriculum(ZONE), List.of(first, second), moment, days);
    }

    private Curriculum curriculum(ZoneId zone) {
        ProductView product = new ProductView(
                new ProductRef(new AreaId(UUID.randomUUID()), new ProductId(UUID.randomUUID())),
                "Curso",
                ProductFormat.ONLINE_COURSE,
                zone,
                Instant.EPOCH,
                false,
                false,
                0);
        Outline outline = new Outline(List.of(new ModuleLine(module, "Módulo", "", modulePublished, 0, pages)));
        return new Curriculum(product, outline, rules);
    }

    /** Of the first page for the first group. */
    private static Cell cell(Matrix matrix) {
        return matrix.sections().get(0).rows().get(0).cells().get(0);
    }

    private static List<CellState> states(Matrix matrix) {
        return matrix.sections().stream()
                .flatMap(it -> it.rows().stream())
                .flatMap(it -> it.cells().stream())
                .map(Cell::state)
                .toList();
    }

    private static List<String> titles(Matrix matrix) {
        return matrix.sections().stream()
                .flatMap(it -> it.rows().stream())
                .map(Row::page)
                .map(PageLine::title)
                .toList();
    }
}
