package io.cohorte.console;

import io.cohorte.access.AccessPolicies;
import io.cohorte.access.AccessQueries;
import io.cohorte.access.Curriculum;
import io.cohorte.access.Decision;
import io.cohorte.access.Notice;
import io.cohorte.access.PageFacts;
import io.cohorte.access.Policy;
import io.cohorte.access.Reason;
import io.cohorte.access.StudentFacts;
import io.cohorte.access.StudentFacts.Place;
import io.cohorte.accounts.AccountQueries;
import io.cohorte.accounts.AccountQueries.AccountView;
import io.cohorte.areas.PeopleQueries;
import io.cohorte.areas.PeopleQueries.PersonView;
import io.cohorte.catalog.ProductView;
import io.cohorte.content.Outline.ModuleLine;
import io.cohorte.content.Outline.PageLine;
import io.cohorte.content.PageId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.NotFound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together why somebody sees a page or not; what decides is {@link AccessPolicies} alone. */
@Component
class Explainer {

    private static final int MOST_SIMILAR = 5;

    private final AccessQueries access;
    private final AccountQueries accounts;
    private final PeopleQueries people;
    private final GroupQueries groups;

    Explainer(AccessQueries access, AccountQueries accounts, PeopleQueries people, GroupQueries groups) {
        this.access = access;
        this.accounts = accounts;
        this.people = people;
        this.groups = groups;
    }

    /** A page of the product with whether the person sees it. */
    public record PageVerdict(ModuleLine module, PageLine page, Decision decision) {

        /** The first thing that keeps it closed; null if nothing does. */
        public @Nullable Reason reason() {
            return decision instanceof Decision.Denied denied
                    ? denied.reasons().get(0).reason()
                    : null;
        }

        public @Nullable Instant healsAt() {
            return decision instanceof Decision.Denied denied ? denied.healsAt() : null;
        }
    }

    /** All pages of a product with the verdict of each, in their order. */
    List<PageVerdict> verdicts(ProductView product, AccountId person, Instant moment) {
        Curriculum curriculum = access.curriculum(product);
        StudentFacts student = access.student(product.ref(), person);
        return curriculum.outline().modules().stream()
                .flatMap(module -> module.pages().stream()
                        .map(page -> new PageVerdict(
                                module,
                                page,
                                AccessPolicies.decide(curriculum.page(page.id()), student, moment, product.zone()))))
                .toList();
    }

    /** @throws NotFound if the area has no such person, or the product no such page */
    Explanation explain(ProductView product, AccountId person, PageId id, Instant moment) {
        PersonView view = people.get(product.ref().area(), person);
        Curriculum curriculum = access.curriculum(product);
        PageFacts facts = curriculum.page(id);
        PageLine page = curriculum.outline().page(id).orElseThrow();
        StudentFacts student = access.student(product.ref(), person);
        AccountView account = accounts.find(person).orElseThrow();
        Decision decision = AccessPolicies.decide(facts, student, moment, product.zone());
        return new Explanation(
                view,
                account,
                student,
                groupName(product, student.place()),
                curriculum.outline().module(page.module()).orElseThrow(),
                page,
                facts,
                moment,
                decision,
                people.similar(product.ref().area(), person, MOST_SIMILAR),
                fixes(decision, account, student));
    }

    private @Nullable String groupName(ProductView product, @Nullable Place place) {
        if (place == null) {
            return null;
        }
        UUID group = place.group().value();
        Map<UUID, String> names = groups.names(List.of(product.ref().id()), List.of(group));
        return Objects.requireNonNull(names.get(group));
    }

    private static List<Fix> fixes(Decision decision, AccountView account, StudentFacts student) {
        List<Fix> fixes = new ArrayList<>();
        if (!student.staff()) {
            decision.checks().stream().filter(it -> it.isFailed()).forEach(it -> fixes.addAll(fixes(it.policy())));
        }
        if (decision.notices().contains(Notice.VIDEO_OFFLINE)) {
            fixes.add(Fix.VIDEO_ONLINE);
        }
        boolean in = student.place() != null
                && !decision.check(Policy.LIVE_GRANT).isFailed()
                && !decision.check(Policy.NOT_BLOCKED).isFailed();
        if (in && (!account.activated() || account.lastSignedInAt() == null)) {
            fixes.add(Fix.RESEND);
        }
        return fixes;
    }

    private static List<Fix> fixes(Policy failed) {
        return switch (failed) {
            case MEMBER, LIVE_GRANT -> List.of(Fix.ENROL);
            case NOT_BLOCKED -> List.of(Fix.UNBLOCK);
            case MODULE_PUBLISHED -> List.of(Fix.PUBLISH_MODULE);
            case PAGE_PUBLISHED -> List.of(Fix.PUBLISH_PAGE);
            case AUDIENCE -> List.of(Fix.INCLUDE, Fix.MOVE);
            case RELEASED, NOT_EXPIRED -> List.of(Fix.RULES);
            case PASSWORD -> List.of(Fix.PASSWORD);
        };
    }
}
