package io.cohorte.offers;

import io.cohorte.groups.CommentSetting;
import io.cohorte.groups.GroupId;
import io.cohorte.groups.Groups;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.ProductRef;
import io.cohorte.shared.StaleEdit;
import java.util.List;
import java.util.Optional;

/** What the form of a group does at once: its name, whether it is the default, whether
 * its students may comment, and the offers that lead to it. */
@CommandService
public class GroupSetup {

    private final Groups groups;
    private final Offers offers;

    GroupSetup(Groups groups, Offers offers) {
        this.groups = groups;
        this.offers = offers;
    }

    /**
     * An offer as it was ticked.
     *
     * @param seen the group it led to then, and will be taken from; empty if it followed the default
     */
    public record TickedOffer(OfferId offer, Optional<GroupId> seen) {}

    /**
     * Opens a group with its offers.
     *
     * @throws OfferMovedMeanwhile if one of them leads elsewhere than was seen
     */
    public GroupId open(
            ProductRef product,
            String name,
            boolean makeDefault,
            CommentSetting comments,
            List<TickedOffer> ticked,
            Actor actor) {
        GroupId group = groups.open(product, name, actor);
        arrange(product, group, makeDefault, comments, ticked, actor);
        return group;
    }

    /**
     * Changes a group and its offers. The default group stays it until another one becomes it.
     *
     * @param opened the version the edit began with
     * @param released offers of this group that are to follow the default from now on
     * @throws StaleEdit if somebody saved the group since
     * @throws OfferMovedMeanwhile if one of the offers leads elsewhere than was seen
     */
    public void change(
            ProductRef product,
            GroupId group,
            String name,
            long opened,
            boolean makeDefault,
            CommentSetting comments,
            List<TickedOffer> ticked,
            List<OfferId> released,
            Actor actor) {
        groups.rename(product, group, name, opened, actor);
        arrange(product, group, makeDefault, comments, ticked, actor);
        released.forEach(it -> offers.lead(product, it, Optional.of(group), null, actor));
    }

    private void arrange(
            ProductRef product,
            GroupId group,
            boolean makeDefault,
            CommentSetting comments,
            List<TickedOffer> ticked,
            Actor actor) {
        groups.letComment(product, group, comments, actor);
        if (makeDefault) {
            groups.makeDefault(product, group, actor);
        }
        ticked.forEach(it -> offers.lead(product, it.offer(), it.seen(), group, actor));
    }
}
