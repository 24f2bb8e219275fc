package io.cohorte.access;

import io.cohorte.access.Comparison.Change;
import io.cohorte.access.StudentFacts.Place;
import io.cohorte.catalog.ProductView;
import io.cohorte.catalog.ZoneForecast;
import io.cohorte.content.Outline.PageLine;
import io.cohorte.groups.AccessEffects;
import io.cohorte.groups.AccessEffects.Effect;
import io.cohorte.groups.AccessForecast;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupQueries;
import io.cohorte.groups.GroupQueries.GroupChoice;
import io.cohorte.groups.MemberFilter;
import io.cohorte.groups.MemberQueries;
import io.cohorte.groups.MemberQueries.PlaceCount;
import io.cohorte.groups.MemberSelection;
import io.cohorte.shared.AccountId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Says beforehand who would lose and who would gain what by a change, and which pages nobody would see any more. */
@Service
public class Forecast implements AccessForecast, ZoneForecast {

    private final AccessQueries access;
    private final MemberQueries members;
    private final GroupQueries groups;
    private final Clock clock;

    Forecast(AccessQueries access, MemberQueries members, GroupQueries groups, Clock clock) {
        this.access = access;
        this.members = members;
        this.groups = groups;
        this.clock = clock;
    }

    @Override
    public AccessEffects ofClosing(ProductView product, GroupId group, GroupId defaultGroup) {
        Comparison comparison = ofStudentsAlone(product);
        List<GroupId> before = groups(product);
        List<GroupId> after = before.stream().filter(it -> !it.equals(group)).toList();
        List<Change> all = changes(everybody(product), it -> it.equals(group) ? defaultGroup : it);
        return new AccessEffects(comparison.effects(all), comparison.seenByNobody(before, after, all));
    }

    @Override
    public Map<GroupId, MoveEffects> ofMoving(ProductView product, MemberSelection selection) {
        Comparison comparison = ofStudentsAlone(product);
        List<PlaceCount> places = members.places(product.ref(), selection);
        Map<GroupId, MoveEffects> effects = new LinkedHashMap<>();
        for (GroupId to : groups(product)) {
            List<PlaceCount> moving =
                    places.stream().filter(it -> !it.group().equals(to)).toList();
            effects.put(
                    to,
                    new MoveEffects(
                            moved(comparison, moving, to, PlaceCount::anchor),
                            moved(comparison, moving, to, it -> comparison.today())));
        }
        return effects;
    }

    private static AccessEffects moved(
            Comparison comparison, List<PlaceCount> places, GroupId to, Function<PlaceCount, LocalDate> anchor) {
        List<Change> changes = places.stream()
                .map(it -> new Change(it.group(), it.anchor(), to, anchor.apply(it), it.students()))
                .toList();
        return new AccessEffects(comparison.effects(changes), List.of());
    }

    @Override
    public AccessEffects ofMakingDefault(ProductView product, GroupId present, GroupId next) {
        Comparison comparison = ofStudentsAlone(product);
        Change newcomer = new Change(present, comparison.today(), next, comparison.today(), 1);
        return new AccessEffects(comparison.effects(List.of(newcomer)), List.of());
    }

    /** Of a change that leaves content and rules as they are. */
    private Comparison ofStudentsAlone(ProductView product) {
        Curriculum curriculum = access.curriculum(product);
        return new Comparison(curriculum, curriculum, clock.instant());
    }

    @Override
    public Turning ofZone(ProductView product, ZoneId zone) {
        Curriculum present = access.curriculum(product);
        Comparison comparison = new Comparison(present, present.in(zone), clock.instant());
        return comparison.turning(changes(everybody(product), it -> it));
    }

    /** What a blocked student would see again. */
    public AccessEffects ofUnblocking(ProductView product, AccountId student) {
        StudentFacts facts = access.student(product.ref(), student);
        Place place = facts.place();
        if (place == null) {
            return AccessEffects.NONE;
        }
        StudentFacts unblocked = new StudentFacts(
                new Place(place.group(), place.anchor(), null, place.grants()), facts.staff(), facts.unlocked());
        Curriculum curriculum = access.curriculum(product);
        List<String> gains = curriculum
                .outline()
                .pages()
                .filter(it -> AccessPolicies.decide(
                                curriculum.page(it.id()), unblocked, clock.instant(), product.zone())
                        .isGranted())
                .map(PageLine::title)
                .toList();
        Effect effect = new Effect(1, List.of(), gains, List.of(), List.of());
        return gains.isEmpty() ? AccessEffects.NONE : new AccessEffects(List.of(effect), List.of());
    }

    /** If a module or page had other rules. */
    public AccessEffects ofRules(ProductView product, Subject subject, Rules rules) {
        Curriculum present = access.curriculum(product);
        return of(product, present, present.with(subject, rules));
    }

    /** If a module or page were published, or were not. */
    public AccessEffects ofPublishing(ProductView product, Subject subject, boolean published) {
        Curriculum present = access.curriculum(product);
        return of(product, present, present.withPublished(subject, published));
    }

    /** If a module with its pages, or a page, were gone. */
    public AccessEffects ofDeleting(ProductView product, Subject subject) {
        Curriculum present = access.curriculum(product);
        return of(product, present, present.without(subject));
    }

    /** What a change of content or rules means to everybody who stays where they are. */
    private AccessEffects of(ProductView product, Curriculum before, Curriculum after) {
        Comparison comparison = new Comparison(before, after, clock.instant());
        List<GroupId> present = groups(product);
        List<Change> all = changes(everybody(product), it -> it);
        return new AccessEffects(comparison.effects(all), comparison.seenByNobody(present, present, all));
    }

    private List<PlaceCount> everybody(ProductView product) {
        return members.places(product.ref(), new MemberSelection.Matching(MemberFilter.all(), 0));
    }

    private static List<Change> changes(List<PlaceCount> places, Function<GroupId, GroupId> destination) {
        return places.stream()
                .map(it ->
                        new Change(it.group(), it.anchor(), destination.apply(it.group()), it.anchor(), it.students()))
                .toList();
    }

    private List<GroupId> groups(ProductView product) {
        return groups.choices(product.ref().id()).stream().map(GroupChoice::id).toList();
    }
}
