package io.cohorte.groups;

import io.cohorte.accounts.Sessions;
import io.cohorte.catalog.ProductQueries;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.Ids;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductRef;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** The door for commands that place students in the groups of a product, move, block and remove them. */
@CommandService
public class Memberships {

    private final ProductGroupsRepository groups;
    private final MembershipRepository memberships;
    private final MembershipRows rows;
    private final MembershipHistory history;
    private final Enrolment enrolment;
    private final MemberQueries queries;
    private final ProductQueries products;
    private final Sessions sessions;
    private final EnrolledMail mail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Memberships(
            ProductGroupsRepository groups,
            MembershipRepository memberships,
            MembershipRows rows,
            MembershipHistory history,
            Enrolment enrolment,
            MemberQueries queries,
            ProductQueries products,
            Sessions sessions,
            EnrolledMail mail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.groups = groups;
        this.memberships = memberships;
        this.rows = rows;
        this.history = history;
        this.enrolment = enrolment;
        this.queries = queries;
        this.products = products;
        this.sessions = sessions;
        this.mail = mail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Enrols people set-wise. Somebody who is in already stays as they are; somebody whose grants have all ended is in
     * again, in the given group and with the given anchor (product.md D7, D14); somebody blocked stays blocked.
     *
     * @param reference the import behind it
     * @throws GroupGone if the product has no such group any more
     * @throws ProductEnrolsNobody if the product is archived
     */
    public Enrolled enrolAll(
            ProductRef product, GroupId group, Collection<Newcomer> people, UUID reference, Actor actor) {
        if (products.get(product).archived()) {
            throw new ProductEnrolsNobody();
        }
        ProductGroups present = forPlacing(product);
        if (!present.has(group)) {
            throw new GroupGone("group");
        }
        Instant now = clock.instant();
        Enrolled enrolled = enrolment.place(product.id(), group, people, now);
        if (!enrolled.joined().isEmpty()) {
            // Made once the rows are ours, so that the order of commands is that in which they changed a student.
            Cause cause = new Cause(Ids.next(), HistoryCause.IMPORT, actor, reference);
            String name = present.get(group).name();
            List<Newcomer> joined = people.stream()
                    .filter(it -> enrolled.joined().contains(it.student()))
                    .toList();
            enrolment.complete(product, group, name, joined, GrantKind.IMPORT, cause, now);
            events.publishEvent(new StudentsEnrolled(
                    actor,
                    product,
                    cause.command(),
                    group,
                    cause.kind().name(),
                    enrolled.joined().size()));
        }
        return enrolled;
    }

    /**
     * Makes students who are in be as a list says, set-wise; whoever is not in, or blocked, is left alone. It counts as
     * done by hand (product.md D2).
     *
     * @param corrections of each student at most one
     * @param reference the import behind it
     * @throws GroupGone if the product has one of the groups no more
     */
    public Corrected correctAll(ProductRef product, Collection<Correction> corrections, UUID reference, Actor actor) {
        ProductGroups present = forPlacing(product);
        if (!corrections.stream().map(Correction::group).allMatch(it -> it == null || present.has(it))) {
            throw new GroupGone("group");
        }
        Cause cause = new Cause(Ids.next(), HistoryCause.IMPORT, actor, reference);
        Corrected corrected = rows.correct(product.id(), corrections, cause);
        if (corrected.moved().size() + corrected.redated().size() > 0) {
            events.publishEvent(new StudentsCorrected(
                    actor,
                    product,
                    cause.command(),
                    corrected.moved().size(),
                    corrected.redated().size()));
        }
        return corrected;
    }

    /**
     * Moves one student; nothing happens to one who is there and keeps the anchor.
     *
     * @param restart whether the anchor becomes the present day of the product's zone
     * @return whether anything changed
     * @throws GroupGone if the product has no such group any more
     * @throws NoStudentNow if every grant of theirs has ended
     */
    public boolean move(ProductRef product, AccountId student, GroupId to, boolean restart, Actor actor) {
        ProductGroups present = forPlacing(product);
        Membership membership = forChange(product, student);
        if (!present.has(to)) {
            throw new GroupGone("to");
        }
        if (!membership.isIn(clock.instant())) {
            throw new NoStudentNow();
        }
        Group from = present.get(membership.group());
        Group target = present.get(to);
        LocalDate anchor = membership.anchor();
        membership.moveTo(to);
        if (restart) {
            membership.restartAt(today(product));
        }
        boolean changed = !from.id().equals(to) || !anchor.equals(membership.anchor());
        if (changed) {
            Cause cause = new Cause(Ids.next(), HistoryCause.STAFF, actor);
            history.moved(product.id(), student, from, target, anchor, membership.anchor(), cause);
            events.publishEvent(new StudentMoved(actor, product, student, cause.command(), from.id(), to, restart));
        }
        return changed;
    }

    /**
     * Moves all students of a selection who are in, in one transaction, all or none.
     *
     * @param restart whether the anchor of those who move becomes the present day of the product's zone
     * @return how many were moved; those who were there already are left as they are
     * @throws GroupGone if the product has no such group any more
     * @throws SelectionChanged if not as many match as were seen
     */
    public long moveAll(ProductRef product, MemberSelection selection, GroupId to, boolean restart, Actor actor) {
        ProductGroups present = groups.findForChange(product.id().value()).orElseThrow(() -> new NotFound("product"));
        if (!present.has(to)) {
            throw new GroupGone("to");
        }
        if (selection instanceof MemberSelection.Matching matching) {
            long now = queries.count(product, matching);
            if (now != matching.seen()) {
                throw new SelectionChanged(matching.seen(), now);
            }
        }
        Cause cause = new Cause(Ids.next(), HistoryCause.STAFF, actor);
        @Nullable LocalDate anchor = restart ? today(product) : null;
        MemberCriteria chosen = MemberCriteria.of(product, selection, clock.instant());
        long moved = rows.move(product.id(), chosen, to, anchor, cause);
        if (moved > 0) {
            events.publishEvent(new StudentsMoved(actor, product, cause.command(), to, moved, restart));
        }
        return moved;
    }

    /** Removes a student: every grant ends, nothing is erased. Nothing happens to one who is out. */
    public void remove(ProductRef product, AccountId student, Actor actor) {
        ProductGroups present = forPlacing(product);
        Membership membership = forChange(product, student);
        if (membership.hasPlace(clock.instant())) {
            membership.remove(clock.instant());
            Cause cause = new Cause(Ids.next(), HistoryCause.STAFF, actor);
            history.removed(product.id(), student, present.get(membership.group()), membership.anchor(), cause);
            events.publishEvent(new StudentRemoved(actor, product, student, cause.command()));
        }
    }

    /**
     * Keeps a student out until somebody unblocks them: group, grants and anchor stay, and whoever is signed in as them
     * anywhere is signed out (product.md D5). Nothing happens to one who is blocked. One without a live grant can be
     * blocked too, and then cannot be enrolled again.
     */
    public void block(ProductRef product, AccountId student, Actor actor) {
        ProductGroups present = forPlacing(product);
        Membership membership = forChange(product, student);
        if (!membership.isBlocked()) {
            membership.block(clock.instant());
            Cause cause = new Cause(Ids.next(), HistoryCause.STAFF, actor);
            history.blocked(product.id(), student, present.get(membership.group()), membership.anchor(), cause);
            sessions.endAll(student);
            events.publishEvent(new StudentBlocked(actor, product, student, cause.command()));
        }
    }

    /** Lets a student in again as far as the grants go. Nothing happens to one who is not blocked. */
    public void unblock(ProductRef product, AccountId student, Actor actor) {
        ProductGroups present = forPlacing(product);
        Membership membership = forChange(product, student);
        if (membership.isBlocked()) {
            membership.unblock();
            Cause cause = new Cause(Ids.next(), HistoryCause.STAFF, actor);
            history.unblocked(product.id(), student, present.get(membership.group()), membership.anchor(), cause);
            events.publishEvent(new StudentUnblocked(actor, product, student, cause.command()));
        }
    }

    /**
     * Has a student told by mail how to get in, once more.
     *
     * @throws NoStudentNow if every grant of theirs has ended, or staff keep them out
     */
    public void resendAccess(ProductRef product, AccountId student, Actor actor) {
        forPlacing(product);
        Membership membership = forChange(product, student);
        if (!membership.isIn(clock.instant()) || membership.isBlocked()) {
            throw new NoStudentNow();
        }
        mail.send(product, student);
        events.publishEvent(new AccessResent(actor, product, student));
    }

    private ProductGroups forPlacing(ProductRef product) {
        return groups.findForPlacing(product.id().value()).orElseThrow(() -> new NotFound("product"));
    }

    private Membership forChange(ProductRef product, AccountId student) {
        return memberships
                .findForChange(MembershipKey.of(product.id(), student))
                .orElseThrow(() -> new NotFound("student"));
    }

    private LocalDate today(ProductRef product) {
        return products.get(product).today(clock);
    }
}
