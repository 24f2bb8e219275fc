package io.cohorte.access;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Students decided together see what each of them would see if asked alone. */
class OutlookTests {

    private static final ZoneId ZONE = ZoneId.of("America/Santiago");
    private static final LocalDate TODAY = LocalDate.of(2025, 9, 7);
    private static final int CURRICULA = 300;

    private final Random random = new Random(7);
    private final GroupId group = new GroupId(UUID.randomUUID());

    @Test
    void answersForEachPurchaseDateAsTheDecisionDoes() {
        int kinds = 0;
        for (int i = 0; i < CURRICULA; i++) {
            Curriculum curriculum = curriculum();
            List<PageId> pages = curriculum.pages().stream().map(PageFacts::id).toList();
            Instant moment = TODAY.atStartOfDay(ZONE).toInstant().plusSeconds(random.nextInt(86_000));
            Outlook outlook = new Outlook(curriculum, pages, moment);
            for (int days = -30; days <= 30; days++) {
                LocalDate anchor = TODAY.plusDays(days);
                Reach[] reaches = outlook.of(group, anchor);
                for (int page = 0; page < pages.size(); page++) {
                    PageFacts facts = curriculum.page(pages.get(page));
                    Reach alone = Reach.of(AccessPolicies.decide(facts, StudentFacts.in(group, anchor), moment, ZONE));
                    assertThat(reaches[page])
                            .as("%s bought on %s", facts.rules().schedule(group), anchor)
                            .isEqualTo(alone);
                    kinds |= 1 << alone.ordinal();
                }
            }
        }
        assertThat(kinds).isEqualTo(0b111);
    }

    private Curriculum curriculum() {
        ProductView product = new ProductView(
                new ProductRef(new AreaId(UUID.randomUUID()), new ProductId(UUID.randomUUID())),
                "Curso",
                ProductFormat.ONLINE_COURSE,
                ZONE,
                Instant.EPOCH,
                false,
                false,
                0);
        ModuleId module = new ModuleId(UUID.randomUUID());
        Map<UUID, Rules> rules = new HashMap<>();
        List<PageLine> pages = IntStream.range(0, 4)
                .mapToObj(it -> {
                    PageId page = new PageId(UUID.randomUUID());
                    rules.put(page.value(), new Rules(new Audience.Inherited(), Map.of(group, schedule())));
                    return new PageLine(page, module, "Página " + it, true, false, true, null, 0);
                })
                .toList();
        Outline outline = new Outline(List.of(new ModuleLine(module, "Módulo", "", true, 0, pages)));
        return new Curriculum(product, outline, rules);
    }

    private Schedule schedule() {
        while (true) {
            LocalDate day = TODAY.plusDays(random.nextInt(15) - 7L);
            Release release =
                    switch (random.nextInt(3)) {
                        case 0 -> new Release.AtOnce();
                        case 1 -> new Release.AfterPurchase(random.nextInt(10));
                        default -> new Release.OnDay(TODAY.plusDays(random.nextInt(15) - 7L));
                    };
            Expiry expiry =
                    switch (random.nextInt(4)) {
                        case 0 -> new Expiry.Never();
                        case 1 -> new Expiry.AfterPurchase(1 + random.nextInt(15));
                        case 2 -> new Expiry.AfterRelease(1 + random.nextInt(10));
                        default -> new Expiry.OnDay(day);
                    };
            try {
                return new Schedule(release, expiry);
            } catch (ExpiryBeforeRelease contradiction) {
                continue;
            }
        }
    }
}
