package io.cohorte.imports.web;

import io.cohorte.lists.ListWriter;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** What lists call things in a language. */
final class ListWords {

    private ListWords() {}

    static ListWriter.Words in(MessageSource messages, Locale locale) {
        return new ListWriter.Words(
                field -> messages.getMessage("imports.title.%s".formatted(field), null, locale),
                role -> messages.getMessage("imports.role.%s".formatted(role), null, locale),
                messages.getMessage("imports.title.REASON", null, locale));
    }
}
