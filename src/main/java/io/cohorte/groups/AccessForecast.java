package io.cohorte.groups;

import io.cohorte.catalog.ProductView;
import java.util.Map;

/** Says what a change of groups would mean for what students see; the room that decides access answers. */
public interface AccessForecast {

    /** If a group were closed and its students moved to the default one (product.md part 3, 4). */
    AccessEffects ofClosing(ProductView product, GroupId group, GroupId defaultGroup);

    /**
     * If students were moved, for each group they could be moved to.
     *
     * @param restart whether their purchase date would be today
     */
    Map<GroupId, AccessEffects> ofMoving(ProductView product, MemberSelection selection, boolean restart);

    /** If another group became the default: for one who buys today by an offer that leads to no group. */
    AccessEffects ofMakingDefault(ProductView product, GroupId present, GroupId next);
}
