package io.cohorte.inbox;

import io.cohorte.shared.PlainText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Looks into what a vendor sends, who spells some things now one way and now another. */
final class Json {

    /** What is less is taken for seconds: as milliseconds it would be in 1973. */
    private static final long LEAST_MILLIS = 100_000_000_000L;

    private Json() {}

    /** The first of some paths, each with points between its names, at which there is a text or number that isn't empty. */
    static @Nullable String text(JsonNode node, String... paths) {
        for (String path : paths) {
            JsonNode found = at(node, path);
            if (found.isString() || found.isNumber()) {
                String text = PlainText.trim(found.asString());
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return null;
    }

    /** An instant in milliseconds or seconds, as a number or in digits, or as ISO writes it. */
    static @Nullable Instant instant(JsonNode node, String... paths) {
        for (String path : paths) {
            Instant found = instant(text(node, path));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Instant instant(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            if (text.matches("\\d{9,15}")) {
                long number = Long.parseLong(text);
                return number < LEAST_MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    static @Nullable BigDecimal number(JsonNode node, String path) {
        JsonNode found = at(node, path);
        return found.isNumber() ? found.decimalValue() : null;
    }

    static JsonNode at(JsonNode node, String path) {
        JsonNode found = node;
        for (String name : path.split("\\.")) {
            found = found.path(name);
        }
        return found;
    }
}
