package io.cohorte.areas;

import java.util.Locale;
import java.util.regex.Pattern;

/** A colour of the sRGB space, as {@code #rrggbb} in lower case. */
public record Colour(String hex) {

    private static final Pattern FORM = Pattern.compile("#[0-9a-f]{6}");

    /** The program's own, which an area has until it chooses another. */
    public static final Colour DEFAULT = new Colour("#066fd1");

    static final Colour WHITE = new Colour("#ffffff");
    static final Colour BLACK = new Colour("#000000");

    public Colour {
        if (!FORM.matcher(hex).matches()) {
            throw new InvalidColour();
        }
    }

    /**
     * Reads a colour as somebody typed or picked it.
     *
     * @throws InvalidColour if it isn't of the form {@code #rrggbb}
     */
    public static Colour of(String typed) {
        return new Colour(typed.strip().toLowerCase(Locale.ROOT));
    }

    /** From 0 to 255: 0 for red, 1 for green, 2 for blue. */
    int channel(int index) {
        return Integer.parseInt(hex, 1 + 2 * index, 3 + 2 * index, 16);
    }

    /** @param share of the other colour, from 0 to 1 */
    Colour mixedWith(Colour other, double share) {
        StringBuilder mixed = new StringBuilder("#");
        for (int i = 0; i < 3; i++) {
            long value = Math.round(channel(i) * (1 - share) + other.channel(i) * share);
            mixed.append("%02x".formatted(value));
        }
        return new Colour(mixed.toString());
    }

    /** The contrast of WCAG 2: from 1 (the same lightness) to 21 (black and white); text needs 4.5. */
    double contrastWith(Colour other) {
        double one = luminance();
        double two = other.luminance();
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(0) + 0.7152 * linear(1) + 0.0722 * linear(2);
    }

    private double linear(int index) {
        double value = channel(index) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
