package io.cohorte.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.access.AccessOracle.World;
import io.cohorte.access.StudentFacts.Place;
import io.cohorte.content.PageId;
import io.cohorte.groups.GroupId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The decision against an oracle of its own, over random worlds and the instants around every boundary. */
class AccessPoliciesTests {

    private static final int WORLDS = Boolean.getBoolean("cohorte.thorough") ? 3_000_000 : 20_000;

    private static final List<String> ZONES = List.of(
            "America/Bogota",
            "America/Santiago",
            "America/Sao_Paulo",
            "Europe/Madrid",
            "Asia/Kathmandu",
            "Pacific/Apia",
            "UTC");

    /** Around the midnights that do not exist, a leap day, and the day that Apia never had. */
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2018, 11, 3),
            LocalDate.of(2025, 9, 6),
            LocalDate.of(2024, 2, 28),
            LocalDate.of(2011, 12, 29),
            LocalDate.of(2026, 3, 28));

    private final Random random = new Random(Long.getLong("access.seed", 20_260_301L));

    @Test
    void agreesWithTheOracleAndNoticesEachPolicyTurnedRound() {
        Map<Policy, Integer> noticed = new EnumMap<>(Policy.class);
        int granted = 0;
        int healing = 0;
        for (int i = 0; i < WORLDS; i++) {
            World world = world();
            Instant moment = moment(world);
            Decision decision = AccessPolicies.decide(page(world), student(world), moment, ZoneId.of(world.zone()));

            assertThat(failed(decision)).as("%s at %s", world, moment).isEqualTo(AccessOracle.reasons(world, moment));
            assertThat(decision.isGranted()).as("%s at %s", world, moment).isEqualTo(AccessOracle.sees(world, moment));
            if (decision instanceof Decision.Denied denied) {
                assertThat(denied.heals()).as("%s at %s", world, moment).isEqualTo(AccessOracle.heals(world, moment));
                healing += denied.heals().isPresent() ? 1 : 0;
            } else {
                granted++;
            }
            for (Policy policy : Policy.values()) {
                if (grantsTurnedRound(decision, policy) != AccessOracle.sees(world, moment)) {
                    noticed.merge(policy, 1, Integer::sum);
                }
            }
        }
        assertThat(noticed).containsOnlyKeys(Policy.values());
        assertThat(granted).isBetween(WORLDS / 20, WORLDS / 2);
        assertThat(healing).isGreaterThan(WORLDS / 100);
    }

    /** What the verdict would be if one policy answered the opposite. */
    private static boolean grantsTurnedRound(Decision decision, Policy turned) {
        return decision.notices().contains(Notice.AS_STAFF)
                || decision.checks().stream().noneMatch(it -> it.isFailed() != (it.policy() == turned));
    }

    private static Set<String> failed(Decision decision) {
        return decision.checks().stream()
                .filter(Check::isFailed)
                .map(it -> String.valueOf(it.reason()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private World world() {
        GroupId own = new GroupId(UUID.randomUUID());
        GroupId other = new GroupId(UUID.randomUUID());
        LocalDate around = DAYS.get(random.nextInt(DAYS.size()));
        List<AccessOracle.Grant> grants = new ArrayList<>();
        int number = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(2);
        for (int i = 0; i < number; i++) {
            boolean ended = random.nextInt(8) == 0;
            grants.add(new AccessOracle.Grant(
                    random.nextInt(3) == 0
                            ? day(around).atStartOfDay(ZoneId.of("UTC")).toInstant()
                            : null,
                    random.nextInt(10) == 0,
                    ended));
        }
        UUID password = random.nextInt(5) == 0 ? UUID.randomUUID() : null;
        return new World(
                ZONES.get(random.nextInt(ZONES.size())),
                own,
                random.nextInt(20) != 0,
                day(around).toString(),
                random.nextInt(15) == 0,
                grants,
                random.nextInt(30) == 0,
                new PageId(UUID.randomUUID()),
                random.nextInt(10) != 0,
                random.nextInt(10) != 0,
                said(random.nextInt(3) == 0 ? "chosen" : "all", own, other, around),
                said(random.nextInt(3) == 0 ? null : random.nextBoolean() ? "all" : "chosen", own, other, around),
                password,
                random.nextInt(3) == 0 ? UUID.randomUUID() : random.nextBoolean() ? password : null);
    }

    private LocalDate day(LocalDate around) {
        return around.plusDays(random.nextInt(9) - 4L);
    }

    private AccessOracle.Said said(@Nullable String audience, GroupId own, GroupId other, LocalDate around) {
        Set<GroupId> chosen = new HashSet<>();
        Map<GroupId, AccessOracle.When> when = new HashMap<>();
        for (GroupId group : List.of(own, other)) {
            if (random.nextInt(4) != 0) {
                chosen.add(group);
            }
            if (random.nextInt(3) != 0) {
                when.put(group, when(around));
            }
        }
        return new AccessOracle.Said(audience, "chosen".equals(audience) ? chosen : Set.of(), when);
    }

    /** Any pair of release and expiry that the program lets be written. */
    private AccessOracle.When when(LocalDate around) {
        while (true) {
            String release =
                    switch (random.nextInt(3)) {
                        case 0 -> "now";
                        case 1 -> "+" + random.nextInt(5);
                        default -> day(around).toString();
                    };
            String expiry =
                    switch (random.nextInt(4)) {
                        case 0 -> "never";
                        case 1 -> "+" + (1 + random.nextInt(8));
                        case 2 -> "r+" + (1 + random.nextInt(5));
                        default -> day(around).toString();
                    };
            try {
                schedule(new AccessOracle.When(release, expiry));
                return new AccessOracle.When(release, expiry);
            } catch (ExpiryBeforeRelease contradiction) {
                continue;
            }
        }
    }

    /** A second before, at or after the beginning of a day near the rules; now and then any instant. */
    private Instant moment(World world) {
        LocalDate day = day(LocalDate.parse(world.anchor()));
        Instant begins = AccessOracle.firstInstantOf(day, ZoneId.of(world.zone()));
        return random.nextInt(4) == 0
                ? begins.plusSeconds(random.nextInt(86_400))
                : begins.plusSeconds(random.nextInt(3) - 1L);
    }

    private static PageFacts page(World world) {
        return new PageFacts(
                world.page(),
                world.modulePublished(),
                world.pagePublished(),
                false,
                world.password(),
                new PageRules(rules(world.module()), rules(world.ofPage())));
    }

    private static Rules rules(AccessOracle.Said said) {
        Audience audience = said.audience() == null
                ? new Audience.Inherited()
                : said.audience().equals("all") ? new Audience.All() : new Audience.Chosen(said.chosen());
        Map<GroupId, Schedule> schedules = new HashMap<>();
        said.when().forEach((group, when) -> schedules.put(group, schedule(when)));
        return new Rules(audience, schedules);
    }

    private static Schedule schedule(AccessOracle.When when) {
        Release release = when.release().equals("now")
                ? new Release.AtOnce()
                : when.release().startsWith("+")
                        ? new Release.AfterPurchase(
                                Integer.parseInt(when.release().substring(1)))
                        : new Release.OnDay(LocalDate.parse(when.release()));
        Expiry expiry = when.expiry().equals("never")
                ? new Expiry.Never()
                : when.expiry().startsWith("+")
                        ? new Expiry.AfterPurchase(
                                Integer.parseInt(when.expiry().substring(1)))
                        : when.expiry().startsWith("r+")
                                ? new Expiry.AfterRelease(
                                        Integer.parseInt(when.expiry().substring(2)))
                                : new Expiry.OnDay(LocalDate.parse(when.expiry()));
        return new Schedule(release, expiry);
    }

    private static StudentFacts student(World world) {
        Instant some = Instant.parse("2020-01-01T00:00:00Z");
        Place place = new Place(
                world.group(),
                LocalDate.parse(world.anchor()),
                world.blocked() ? some : null,
                world.grants().stream()
                        .map(it -> new StudentFacts.Grant(
                                it.until(), it.suspended() ? some : null, it.ended() ? some : null))
                        .toList());
        Map<PageId, UUID> unlocked = world.given() == null ? Map.of() : Map.of(world.page(), world.given());
        return new StudentFacts(world.member() ? place : null, world.staff(), unlocked);
    }
}
