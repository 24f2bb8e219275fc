package io.cohorte.offers.web;

import io.cohorte.groups.CommentSetting;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.GroupSummary;
import io.cohorte.offers.GroupSetup.TickedOffer;
import io.cohorte.offers.OfferId;
import io.cohorte.offers.OfferView;
import io.cohorte.shared.NotFound;
import io.cohorte.web.ShortText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form of a group.
 *
 * @param offers those ticked, each as {@code offer:group it leads to when shown}
 * @param own offers that led to this group when the form was shown
 */
record GroupForm(
        @ShortText(max = GroupForm.LONGEST_NAME) @Nullable String name,
        @Nullable Boolean asDefault,
        @Nullable CommentSetting comments,
        @Nullable List<String> offers,
        @Nullable List<String> own,
        @Nullable Long version) {

    static final int LONGEST_NAME = 100;

    static GroupForm blank() {
        return new GroupForm("", false, CommentSetting.OPEN, List.of(), List.of(), 0L);
    }

    static GroupForm of(GroupSummary group, List<OfferView> offers) {
        List<OfferView> own =
                offers.stream().filter(it -> it.leadsTo(group.id())).toList();
        return new GroupForm(
                group.name(),
                group.isDefault(),
                group.comments(),
                own.stream().map(OfferView::tick).toList(),
                own.stream().map(it -> it.id().toString()).toList(),
                group.version());
    }

    String typedName() {
        return Objects.requireNonNullElse(name, "");
    }

    public boolean becomesDefault() {
        return Boolean.TRUE.equals(asDefault);
    }

    /** How its students may comment; open where nobody chose. */
    public CommentSetting letsComment() {
        return Objects.requireNonNullElse(comments, CommentSetting.OPEN);
    }

    /** The version the edit began with; of a new group, none. */
    public long opened() {
        return version == null ? 0 : version;
    }

    public boolean isTicked(OfferView offer) {
        return nonNull(offers).stream().anyMatch(it -> it.startsWith(offer.id() + ":"));
    }

    List<TickedOffer> ticked() {
        return nonNull(offers).stream().map(GroupForm::tick).toList();
    }

    List<OfferId> released() {
        List<OfferId> kept = ticked().stream().map(TickedOffer::offer).toList();
        return nonNull(own).stream()
                .map(it -> new OfferId(uuid(it)))
                .filter(it -> !kept.contains(it))
                .toList();
    }

    private static TickedOffer tick(String value) {
        String[] parts = value.split(":", 2);
        Optional<GroupId> seen =
                parts.length < 2 || parts[1].isEmpty() ? Optional.empty() : Optional.of(new GroupId(uuid(parts[1])));
        return new TickedOffer(new OfferId(uuid(parts[0])), seen);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException crafted) {
            throw new NotFound("offer");
        }
    }

    private static List<String> nonNull(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }
}
