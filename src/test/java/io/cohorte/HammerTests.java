package io.cohorte;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.groups.Groups;
import io.cohorte.groups.MemberFilter;
import io.cohorte.groups.MemberQueries;
import io.cohorte.groups.MemberSelection.Matching;
import io.cohorte.groups.MemberSelection.Ticked;
import io.cohorte.groups.Memberships;
import io.cohorte.offers.OfferQueries;
import io.cohorte.offers.OfferView;
import io.cohorte.offers.Offers;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.RuleViolation;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many people at once do whatever can be done to one product; no rule may break and nobody may meet an error. */
@CohorteTest
class HammerTests {

    private static final int THREADS = 16;
    private static final int ACTS = Boolean.getBoolean("cohorte.thorough") ? 100_000 : 3_000;
    private static final int STUDENTS = 60;
    private static final int MOST_GROUPS = 8;

    @Autowired
    World world;

    @Autowired
    Groups groups;

    @Autowired
    GroupQueries groupQueries;

    @Autowired
    Memberships memberships;

    @Autowired
    MemberQueries members;

    @Autowired
    Offers offers;

    @Autowired
    OfferQueries offerQueries;

    @Autowired
    JdbcClient jdbc;

    private TestProduct product;
    private List<AccountId> students;
    private Actor actor;

    private enum Act {
        OPEN,
        RENAME,
        MAKE_DEFAULT,
        CLOSE,
        MOVE,
        MOVE_TICKED,
        MOVE_MATCHING,
        LINK,
        UNLINK,
        JOIN,
        REMOVE,
        BLOCK,
        UNBLOCK
    }

    @Test
    void breaksNoRuleAndMeetsNoErrorWhateverManyDoAtOnce() throws Exception {
        product = world.product();
        actor = product.owner();
        students = world.students(product, product.firstGroup(), "Ana", STUDENTS);
        IntStream.range(0, 6).forEach(it -> world.offer(product, "Oferta " + it, null));
        long seed = new Random().nextLong();
        LoggerFactory.getLogger(getClass()).info("Hammer with seed {}", seed);

        Map<Act, AtomicInteger> done = new EnumMap<>(Act.class);
        for (Act act : Act.values()) {
            done.put(act, new AtomicInteger());
        }
        ConcurrentLinkedQueue<Throwable> errors = new ConcurrentLinkedQueue<>();
        ExecutorService people = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> ends = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Random random = new Random(seed + thread);
            ends.add(people.submit(() -> {
                for (int i = 0; i < ACTS / THREADS; i++) {
                    Act act = Act.values()[random.nextInt(Act.values().length)];
                    try {
                        perform(act, random);
                        done.get(act).incrementAndGet();
                    } catch (RuleViolation | NotFound explained) {
                        // Somebody else was first, and this one is told so in words.
                    } catch (RuntimeException unexplained) {
                        errors.add(unexplained);
                    }
                }
            }));
        }
        for (Future<?> end : ends) {
            end.get();
        }
        people.shutdown();

        assertThat(errors).as("errors with seed %s", seed).isEmpty();
        assertThat(done)
                .allSatisfy((act, times) ->
                        assertThat(times.get()).as("%s with seed %s", act, seed).isGreaterThan(ACTS / 300));
        keepsTheHardRules();
        everyMembershipStandsInItsHistory();
        everyMembershipRestsOnItsGrants();
    }

    private void perform(Act act, Random random) {
        List<GroupChoice> present = groupQueries.choices(product.ref().id());
        GroupId group = present.get(random.nextInt(present.size())).id();
        AccountId student = students.get(random.nextInt(STUDENTS));
        switch (act) {
            case OPEN -> {
                if (present.size() < MOST_GROUPS) {
                    groups.open(product.ref(), "Grupo " + random.nextInt(20), actor);
                }
            }
            case RENAME ->
                groups.rename(
                        product.ref(),
                        group,
                        "Grupo " + random.nextInt(20),
                        groupQueries.get(product.ref().id(), group).version(),
                        actor);
            case MAKE_DEFAULT -> groups.makeDefault(product.ref(), group, actor);
            case CLOSE -> groups.close(product.ref(), group, actor);
            case MOVE -> memberships.move(product.ref(), student, group, random.nextBoolean(), actor);
            case MOVE_TICKED -> {
                Set<AccountId> ticked = new HashSet<>();
                IntStream.range(0, 10).forEach(it -> ticked.add(students.get(random.nextInt(STUDENTS))));
                memberships.moveAll(product.ref(), new Ticked(ticked), group, random.nextBoolean(), actor);
            }
            case MOVE_MATCHING -> {
                MemberFilter filter = new MemberFilter("ana " + random.nextInt(10), null);
                Matching matching = new Matching(filter, members.count(product.ref(), filter));
                memberships.moveAll(product.ref(), matching, group, false, actor);
            }
            case LINK, UNLINK -> {
                List<OfferView> all = offerQueries.of(product.ref().id());
                OfferView offer = all.get(random.nextInt(all.size()));
                offers.lead(
                        product.ref(),
                        offer.id(),
                        Optional.ofNullable(offer.group()),
                        act == Act.LINK ? group : null,
                        actor);
            }
            case JOIN ->
                world.enrol(
                        product,
                        group,
                        IntStream.range(0, 10)
                                .mapToObj(it -> students.get(random.nextInt(STUDENTS)))
                                .distinct()
                                .toList());
            case REMOVE -> memberships.remove(product.ref(), student, actor);
            case BLOCK -> memberships.block(product.ref(), student, actor);
            case UNBLOCK -> memberships.unblock(product.ref(), student, actor);
        }
    }

    private void keepsTheHardRules() {
        UUID id = product.ref().id().value();
        assertThat(count("SELECT count(*) FROM memberships WHERE product_id = :product", id))
                .as("each student has one membership")
                .isEqualTo(STUDENTS);
        assertThat(count("""
                        SELECT count(*) FROM memberships m WHERE product_id = :product AND NOT EXISTS
                            (SELECT FROM groups g WHERE g.product_id = m.product_id AND g.group_id = m.group_id)
                        """, id)).as("memberships in no group").isZero();
        assertThat(count("""
                        SELECT count(*) FROM product_groups p
                            JOIN groups g ON g.product_id = p.product_id AND g.group_id = p.default_group_id
                        WHERE p.product_id = :product
                        """, id)).as("default groups").isEqualTo(1);
        assertThat(count("""
                        SELECT count(*) FROM offers o
                        WHERE product_id = :product AND group_id IS NOT NULL AND NOT EXISTS
                            (SELECT FROM groups g WHERE g.product_id = o.product_id AND g.group_id = o.group_id)
                        """, id)).as("offers that lead to no group").isZero();
    }

    /** The present state of each student is what their history says, told from its beginning. */
    private void everyMembershipStandsInItsHistory() {
        Map<UUID, State> told = new HashMap<>();
        jdbc.sql("SELECT * FROM membership_history WHERE product_id = :product ORDER BY student_id, command_id")
                .param("product", product.ref().id().value())
                .query(row -> {
                    UUID student = row.getObject("student_id", UUID.class);
                    told.put(student, after(told.get(student), row));
                });
        Map<UUID, State> present = new HashMap<>();
        jdbc.sql("SELECT *, removed_at IS NULL AS present, blocked_at IS NOT NULL AS blocked FROM memberships "
                        + "WHERE product_id = :product")
                .param("product", product.ref().id().value())
                .query(row -> {
                    present.put(
                            row.getObject("student_id", UUID.class),
                            new State(
                                    row.getObject("group_id", UUID.class),
                                    row.getDate("anchor"),
                                    row.getBoolean("present"),
                                    row.getBoolean("blocked")));
                });
        assertThat(told).isEqualTo(present);
    }

    private record State(UUID group, Date anchor, boolean in, boolean blocked) {}

    private static State after(@Nullable State before, ResultSet entry) throws SQLException {
        UUID from = entry.getObject("from_group_id", UUID.class);
        UUID to = entry.getObject("to_group_id", UUID.class);
        String kind = entry.getString("kind");
        if (kind.equals("JOINED")) {
            return new State(to, entry.getDate("anchor_after"), true, false);
        }
        State last = Objects.requireNonNull(before);
        assertThat(new State(from, entry.getDate("anchor_before"), last.in(), last.blocked()))
                .as("%s begins where the last entry ended", kind)
                .isEqualTo(last);
        return switch (kind) {
            case "MOVED" -> new State(to, entry.getDate("anchor_after"), last.in(), last.blocked());
            case "REMOVED" -> new State(from, last.anchor(), false, last.blocked());
            case "BLOCKED" -> new State(from, last.anchor(), last.in(), true);
            case "UNBLOCKED" -> new State(from, last.anchor(), last.in(), false);
            default -> throw new AssertionError(kind);
        };
    }

    private void everyMembershipRestsOnItsGrants() {
        assertThat(count("""
                        SELECT count(*) FROM memberships m WHERE product_id = :product AND (removed_at IS NULL) <> EXISTS
                            (SELECT FROM grants g WHERE g.product_id = m.product_id AND g.student_id = m.student_id
                             AND g.ended_at IS NULL)
                        """, product.ref().id().value()))
                .as("memberships without the grants they need")
                .isZero();
    }

    private long count(String sql, UUID product) {
        return jdbc.sql(sql).param("product", product).query(Long.class).single();
    }
}
