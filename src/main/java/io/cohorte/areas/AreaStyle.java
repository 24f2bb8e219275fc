package io.cohorte.areas;

import java.util.Optional;

/**
 * The stylesheet that an area's colour puts over the program's own. Whatever the colour, what is written in it or on it
 * keeps the contrast that text needs (WCAG AA): buttons have the colour itself with black or white on it, words a shade
 * of it that can be read where they stand.
 *
 * @param deep the shade for words on light ground
 * @param bright the shade for words on dark ground
 */
public record AreaStyle(
        Colour colour, Colour onColour, Colour hover, Colour deep, Colour deepTint, Colour bright, Colour brightTint) {

    /** Stands in the path: to be counted up whenever the same colour makes another stylesheet. */
    public static final int EDITION = 1;

    static final double READABLE = 4.5;
    static final Colour LIGHT_GROUND = new Colour("#f9fafb");
    static final Colour DARK_GROUND = new Colour("#1f2937");

    private static final double STEP = 0.02;

    public static AreaStyle of(Colour colour) {
        boolean white = colour.contrastWith(Colour.WHITE) >= READABLE;
        Colour onColour = white ? Colour.WHITE : Colour.BLACK;
        Colour hover = colour.mixedWith(white ? Colour.BLACK : Colour.WHITE, 0.15);
        Colour deepTint = Colour.WHITE.mixedWith(colour, 0.1);
        Colour brightTint = DARK_GROUND.mixedWith(colour, 0.15);
        Colour deep = readable(colour, Colour.BLACK, deepTint, LIGHT_GROUND);
        Colour bright = readable(colour, Colour.WHITE, brightTint, DARK_GROUND);
        return new AreaStyle(colour, onColour, hover, deep, deepTint, bright, brightTint);
    }

    /** The path of an area's stylesheet; empty where the colour is the program's own. */
    static Optional<String> path(Colour colour) {
        return colour.equals(Colour.DEFAULT)
                ? Optional.empty()
                : Optional.of("/styles/" + colour.hex().substring(1) + "-" + EDITION + ".css");
    }

    private static Colour readable(Colour colour, Colour towards, Colour tint, Colour ground) {
        Colour shade = colour;
        for (double share = STEP; !canBeRead(shade, tint, ground) && share < 1; share += STEP) {
            shade = colour.mixedWith(towards, share);
        }
        return shade;
    }

    private static boolean canBeRead(Colour shade, Colour tint, Colour ground) {
        return shade.contrastWith(tint) >= READABLE && shade.contrastWith(ground) >= READABLE;
    }

    public String css() {
        return """
                :root { %s }
                [data-bs-theme=dark] { %s }
                .btn-primary { --tblr-btn-bg: %3$s; --tblr-btn-color: %4$s; --tblr-btn-border-color: var(--tblr-primary); \
                --tblr-btn-hover-bg: %5$s; --tblr-btn-hover-color: %4$s; --tblr-btn-active-bg: %5$s; \
                --tblr-btn-active-color: %4$s; --tblr-btn-disabled-bg: %3$s; --tblr-btn-disabled-color: %4$s; }
                .form-check-input:checked, .form-check-input:indeterminate { background-color: %6$s; \
                border-color: var(--tblr-primary); }
                .form-control:focus, .form-select:focus { border-color: var(--tblr-primary); }
                :root .side-link[aria-current], :root .tab[aria-current] { color: var(--tblr-primary); \
                border-color: var(--tblr-primary); }
                :root .badge.bg-primary-lt { color: var(--tblr-primary) !important; }
                """.formatted(
                        variables(deep, deepTint),
                        variables(bright, brightTint),
                        colour.hex(),
                        onColour.hex(),
                        hover.hex(),
                        deep.hex());
    }

    private static String variables(Colour shade, Colour tint) {
        String rgb = shade.channel(0) + ", " + shade.channel(1) + ", " + shade.channel(2);
        return ("--tblr-primary: %1$s; --tblr-primary-rgb: %2$s; --tblr-primary-lt: %3$s; "
                        + "--tblr-link-color: %1$s; --tblr-link-color-rgb: %2$s; "
                        + "--tblr-link-hover-color: %1$s; --tblr-link-hover-color-rgb: %2$s;")
                .formatted(shade.hex(), rgb, tint.hex());
    }
}
