package io.cohorte.inbox;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a provider sent, set out to be read: each member of a JSON text on a line of its own. Nothing but the space between
 * its parts is changed, so that it shows numbers and repeated names as they came. What nests deeper than any event does,
 * and what is no JSON, stays as it is.
 */
final class BodyText {

    private static final int DEEPEST = 40;
    private static final String STEP = "  ";

    private final String source;
    private final StringBuilder out;
    private int depth;
    private boolean quoted;

    private BodyText(String source) {
        this.source = source;
        this.out = new StringBuilder(source.length() * 2);
    }

    static String of(byte[] body, JsonMapper json) {
        String text = new String(body, StandardCharsets.UTF_8);
        try {
            json.readTree(text);
            return new BodyText(text).setOut();
        } catch (JacksonException broken) {
            return text;
        }
    }

    private String setOut() {
        for (int at = 0; at < source.length(); at++) {
            char it = source.charAt(at);
            if (quoted) {
                out.append(it);
                if (it == '\\' && at + 1 < source.length()) {
                    out.append(source.charAt(++at));
                }
                quoted = it != '"';
            } else if (!Character.isWhitespace(it)) {
                structure(it, at);
                if (depth > DEEPEST) {
                    return source;
                }
            }
        }
        return out.toString();
    }

    private void structure(char it, int at) {
        switch (it) {
            case '{', '[' -> {
                out.append(it);
                depth++;
                if (!isClosedAtOnce(at)) {
                    newLine();
                }
            }
            case '}', ']' -> {
                depth--;
                if (!isOpening(out.charAt(out.length() - 1))) {
                    newLine();
                }
                out.append(it);
            }
            case ',' -> {
                out.append(it);
                newLine();
            }
            case ':' -> out.append(": ");
            default -> {
                quoted = it == '"';
                out.append(it);
            }
        }
    }

    private boolean isClosedAtOnce(int at) {
        int next = at + 1;
        while (next < source.length() && Character.isWhitespace(source.charAt(next))) {
            next++;
        }
        return next < source.length() && (source.charAt(next) == '}' || source.charAt(next) == ']');
    }

    private static boolean isOpening(char it) {
        return it == '{' || it == '[';
    }

    private void newLine() {
        out.append('\n').append(STEP.repeat(depth));
    }
}
