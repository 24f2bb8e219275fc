package io.cohorte.shared;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages the program speaks; the first is spoken where nobody asks for another. */
public enum Language {
    ES("es"),
    EN("en"),
    PT("pt");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The two letters it is stored and asked for by. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The language of a tag such as {@code pt-BR}; empty for one the program does not speak. */
    public static Optional<Language> of(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return Arrays.stream(values()).filter(it -> it.tag.equals(language)).findFirst();
    }
}
