package io.cohorte.web;

import io.cohorte.shared.Permission;
import java.util.List;

/**
 * A way to a screen, declared as a bean by the room whose screen it is. It is shown to those who may go there.
 *
 * @param place where it stands
 * @param key of its label
 * @param path below the area, below the product for a tab of it, or else the whole of it
 * @param icon its name in the sprite
 * @param order among its neighbours
 * @param alsoAt further paths at which it is marked as the place one is at
 */
public record MenuEntry(
        Place place, String key, String path, String icon, int order, Permission permission, List<String> alsoAt) {

    public MenuEntry(Place place, String key, String path, String icon, int order, Permission permission) {
        this(place, key, path, icon, order, permission, List.of());
    }

    public enum Place {
        /** The side menu of an area. */
        AREA_MENU,
        /** The tabs of a product. */
        PRODUCT_TAB,
        /** The side menu outside of areas; what is for staff stands there for who has areas, or may open one. */
        HOME_MENU,
        /** The side menu outside of areas, for the operator alone. */
        OPERATOR_MENU,
        /** The menu of the account, at the top of every page. */
        ACCOUNT_MENU,
        /** The tabs of the pages on the account. */
        ACCOUNT_TAB
    }
}
