package io.cohorte.areas;

import io.cohorte.shared.PlainText;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of an area below {@code /areas/}: 1 to 60 letters a to z, digits, and single hyphens between them; not
 * {@code new}, where areas are opened.
 */
public record Slug(String value) {

    private static final int LONGEST = 60;
    private static final Pattern FORM = Pattern.compile("[a-z0-9](-?[a-z0-9])*");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    public Slug {
        if (value.length() > LONGEST || !FORM.matcher(value).matches() || value.equals("new")) {
            throw new InvalidSlug("areas.slug.invalid");
        }
    }

    /**
     * Reads a slug as somebody typed it.
     *
     * @throws InvalidSlug if it is none
     */
    public static Slug of(String typed) {
        return new Slug(PlainText.trim(typed).toLowerCase(Locale.ROOT));
    }

    /**
     * Reads a slug as somebody typed it, or, where nothing was typed, makes it of the area's name.
     *
     * @throws InvalidSlug if there is none in it
     */
    public static Slug of(@Nullable String typed, String name) {
        return typed == null || PlainText.trim(typed).isEmpty() ? ofName(name) : of(typed);
    }

    /**
     * Makes a slug of an area's name: {@code Academia Ñandú} becomes {@code academia-nandu}.
     *
     * @throws InvalidSlug if the name has no letter that can stand in one
     */
    static Slug ofName(String name) {
        String words = OTHERS.matcher(PlainText.sortKey(name)).replaceAll("-").replaceAll("^-", "");
        String cut = words.substring(0, Math.min(words.length(), LONGEST));
        return new Slug(cut.replaceAll("-$", ""));
    }

    @Override
    public String toString() {
        return value;
    }
}
