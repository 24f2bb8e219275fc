package io.cohorte.web;

import io.cohorte.shared.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** The account's choice, else the first language of the browser that the program speaks, else Spanish. */
@Component("localeResolver")
class LanguageResolver implements LocaleResolver {

    private final Visitors visitors;

    LanguageResolver(Visitors visitors) {
        this.visitors = visitors;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return visitors.current()
                .flatMap(it -> Optional.ofNullable(it.locale()))
                .or(() -> asked(request))
                .orElse(Language.ES.locale());
    }

    private static Optional<Locale> asked(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Optional.empty();
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(it -> Language.of(it.toLanguageTag()).stream())
                .map(Language::locale)
                .findFirst();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is a choice kept with the account");
    }
}
