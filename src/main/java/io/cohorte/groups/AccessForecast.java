package io.cohorte.groups;

import io.cohorte.catalog.ProductView;
import java.util.Map;

/** Says what a change of groups would mean for what students see; the room that decides access answers. */
public interface AccessForecast {

    /** If a group were closed and its students moved to the default one (product.md part 3, 4). */
    AccessEffects ofClosing(ProductView product, GroupId group, GroupId defaultGroup);

    /**
     * What a move would mean.
     *
     * @param kept with the purchase date of each
     * @param restarted with that of today
     */
    record MoveEffects(AccessEffects kept, AccessEffects restarted) {}

    /** If students were moved, for each group they could be moved to. */
    Map<GroupId, MoveEffects> ofMoving(ProductView product, MemberSelection selection);

    /** If another group became the default: for one who buys today by an offer that leads to no group. */
    AccessEffects ofMakingDefault(ProductView product, GroupId present, GroupId next);
}
