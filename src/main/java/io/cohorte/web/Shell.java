package io.cohorte.web;

import io.cohorte.shared.Permission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What stands around a page: who is signed in, where they are, and the ways they may take from there. */
public final class Shell {

    private final List<MenuEntry> entries;
    private final AreaGate areas;
    private final String requestPath;
    private final @Nullable Visitor visitor;
    private @Nullable AreaPass area;
    private @Nullable ProductTitle product;

    Shell(List<MenuEntry> entries, AreaGate areas, String requestPath, @Nullable Visitor visitor) {
        this.entries = entries;
        this.areas = areas;
        this.requestPath = requestPath;
        this.visitor = visitor;
    }

    /**
     * The product a page is about.
     *
     * @param path of the product, without a slash at its end
     */
    public record ProductTitle(String name, String path, boolean archived) {}

    /** A menu entry as it is drawn. */
    public record Link(String key, String href, String icon, boolean active) {}

    void enter(AreaPass area) {
        this.area = area;
    }

    /** Called by the room that finds the product of a request: from then on its tabs are shown. */
    public void enter(ProductTitle product) {
        this.product = product;
    }

    public Optional<Visitor> getVisitor() {
        return Optional.ofNullable(visitor);
    }

    public @Nullable AreaPass getArea() {
        return area;
    }

    public @Nullable ProductTitle getProduct() {
        return product;
    }

    public List<Link> getMenu() {
        return area == null ? List.of() : links(MenuEntry.Place.AREA_MENU, area.path(), area::allows);
    }

    public List<Link> getTabs() {
        return area == null || product == null
                ? List.of()
                : links(MenuEntry.Place.PRODUCT_TAB, product.path(), area::allows);
    }

    /** Where to go outside of areas; whether there are areas is asked when this is drawn, and not before. */
    public List<Link> getHomeMenu() {
        if (visitor == null) {
            return List.of();
        }
        boolean staff = hasAreas();
        return links(MenuEntry.Place.HOME_MENU, "", it -> it == Permission.SIGNED_IN || staff);
    }

    /** Whether there are areas for the visitor; asked anew each time. */
    public boolean hasAreas() {
        return visitor != null && areas.hasAreasFor(visitor);
    }

    public List<Link> getAccountMenu() {
        return visitor == null ? List.of() : links(MenuEntry.Place.ACCOUNT_MENU, "", Permission.SIGNED_IN::equals);
    }

    public List<Link> getAccountTabs() {
        return visitor == null ? List.of() : links(MenuEntry.Place.ACCOUNT_TAB, "", Permission.SIGNED_IN::equals);
    }

    public List<Link> getOperatorMenu() {
        return visitor == null || !visitor.operator()
                ? List.of()
                : links(MenuEntry.Place.OPERATOR_MENU, "", Permission.OPERATE::equals);
    }

    private List<Link> links(MenuEntry.Place place, String base, Predicate<Permission> may) {
        List<Link> links = new ArrayList<>();
        entries.stream()
                .filter(it -> it.place() == place && may.test(it.permission()))
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .forEach(it -> links.add(link(it, base)));
        return links;
    }

    private Link link(MenuEntry entry, String base) {
        boolean active = isAt(base + entry.path()) && !(base.isEmpty() && isAtOneBelow(entry))
                || entry.alsoAt().stream().anyMatch(it -> isAt(base + it));
        return new Link(entry.key(), base + entry.path(), entry.icon(), active);
    }

    /** Whether another entry leads to the page, which stands below where this one leads. */
    private boolean isAtOneBelow(MenuEntry entry) {
        return entries.stream().anyMatch(it -> it.path().startsWith(entry.path() + "/") && isAt(it.path()));
    }

    /** Whether the page is the one at a path, or below it. */
    public boolean isAt(String path) {
        return requestPath.equals(path) || requestPath.startsWith(path + "/");
    }
}
