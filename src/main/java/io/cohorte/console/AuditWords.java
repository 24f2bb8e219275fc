package io.cohorte.console;

import io.cohorte.audit.AuditEntry;
import io.cohorte.console.AuditLine.Change;
import io.cohorte.console.AuditNames.Names;
import io.cohorte.offers.Price;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts what events keep (kinds, fields, codes, ids) into a reader's words. What it has no word for stays as it is. */
@Component
class AuditWords {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** What a program calls a choice by; anything else is what somebody wrote. */
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]*|default");

    /** What tells a reader nothing: the link between an entry and the histories of the people in it. */
    private static final String COMMAND = "command";

    private final MessageSource messages;

    AuditWords(MessageSource messages) {
        this.messages = messages;
    }

    static Optional<UUID> id(@Nullable Object value) {
        return value instanceof String text && ID.matcher(text).matches()
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    String kind(String kind, Locale locale) {
        return words("audit.kind.%s".formatted(kind), kind, locale);
    }

    String program(Locale locale) {
        return messages.getMessage("audit.program", null, locale);
    }

    String importRun(Locale locale) {
        return messages.getMessage("audit.import", null, locale);
    }

    /** What differs between before and after; all of it for something new or gone. */
    List<Change> changes(AuditEntry entry, Names names, Locale locale) {
        Map<String, Object> before = withPrice(entry.before(), locale);
        Map<String, Object> after = withPrice(entry.after(), locale);
        List<Change> changes = new ArrayList<>();
        for (String field : inOrder(before, after)) {
            if (!Objects.equals(before.get(field), after.get(field))) {
                changes.add(new Change(
                        words("audit.field.%s".formatted(field), field, locale),
                        value(field, before.get(field), names, locale),
                        value(field, after.get(field), names, locale)));
            }
        }
        return changes;
    }

    private static Collection<String> inOrder(Map<String, Object> before, Map<String, Object> after) {
        Collection<String> fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        fields.remove(COMMAND);
        return fields;
    }

    /** An amount and its currency are one thing to a reader. */
    private static Map<String, Object> withPrice(Map<String, Object> values, Locale locale) {
        if (values.get("priceMinor") instanceof Number minor && values.get("currency") instanceof String currency) {
            Map<String, Object> shown = new LinkedHashMap<>(values);
            shown.keySet().removeAll(List.of("priceMinor", "currency"));
            shown.put("price", new Price(minor.longValue(), Currency.getInstance(currency)).format(locale));
            return shown;
        }
        return values;
    }

    private @Nullable String value(String field, @Nullable Object value, Names names, Locale locale) {
        if (value == null) {
            return null;
        }
        if (value instanceof Collection<?> several) {
            return several.stream()
                    .map(it -> value(field, it, names, locale))
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof Number number) {
            return NumberFormat.getInstance(locale).format(number);
        }
        if (value instanceof Boolean yes) {
            return messages.getMessage(yes ? "audit.yes" : "audit.no", null, locale);
        }
        String text = value.toString();
        if (field.equals("kind")) {
            return kind(text, locale);
        }
        if (CODE.matcher(text).matches()) {
            return words("audit.value.%s.%s".formatted(field, text), text, locale);
        }
        return id(value).flatMap(names::of).orElse(text);
    }

    private String words(String key, String otherwise, Locale locale) {
        String found = messages.getMessage(key, null, "", locale);
        return found == null || found.isEmpty() ? otherwise : found;
    }
}
