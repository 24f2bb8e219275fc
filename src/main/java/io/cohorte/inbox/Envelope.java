package io.cohorte.inbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What can be told of a body without understanding it: whether it is JSON to the end, the id the provider gives the event,
 * and where it carries the secret.
 *
 * @param id 1 to 200 characters, none of them NUL; null where the body is none of the provider's
 */
record Envelope(@Nullable String id, List<Span> secrets) {

    /** From a byte to before another. */
    record Span(int from, int to) {}

    private static final String SECRET = "hottok";
    private static final int LONGEST_ID = 200;
    private static final JsonFactory JSON = new JsonFactory();

    /** @param eventName what the provider calls the field that says what happened */
    static Envelope of(byte[] body, String eventName) {
        List<Span> secrets = new ArrayList<>();
        String id = null;
        String event = null;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Envelope(null, secrets);
            }
            String name = "";
            int depth = 1;
            while (depth > 0) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return new Envelope(null, secrets);
                }
                if (token == JsonToken.PROPERTY_NAME) {
                    name = parser.currentName();
                } else if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                } else if (name.equals(SECRET)) {
                    secrets.add(span(parser));
                } else if (depth == 1 && name.equals("id")) {
                    id = parser.getString();
                } else if (depth == 1 && name.equals(eventName)) {
                    event = parser.getString();
                }
            }
            boolean whole = parser.nextToken() == null;
            boolean named =
                    id != null && !id.isBlank() && id.length() <= LONGEST_ID && id.indexOf('\0') < 0 && event != null;
            return new Envelope(whole && named ? id : null, secrets);
        } catch (JacksonException broken) {
            return new Envelope(null, secrets);
        }
    }

    /** Of a value, without its quotes. */
    private static Span span(JsonParser parser) {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.getString();
        int to = (int) parser.currentLocation().getByteOffset();
        return parser.currentToken() == JsonToken.VALUE_STRING ? new Span(from + 1, to - 1) : new Span(from, to);
    }

    /** The body with each secret blanked out, character by character, and whatever else holds that secret. */
    byte[] blank(byte[] body, byte[] secret) {
        byte[] blanked = body.clone();
        secrets.forEach(it -> java.util.Arrays.fill(blanked, it.from(), it.to(), (byte) '*'));
        for (int at = 0; secret.length > 0 && at + secret.length <= blanked.length; at++) {
            if (java.util.Arrays.equals(blanked, at, at + secret.length, secret, 0, secret.length)) {
                java.util.Arrays.fill(blanked, at, at + secret.length, (byte) '*');
            }
        }
        return blanked;
    }
}
