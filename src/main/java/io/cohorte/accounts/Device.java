package io.cohorte.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a session was begun with, as far as the browser says so itself: a hint for its person to know it by, no proof.
 *
 * @param browser its name, or what a program that is no known browser calls itself; null if it says nothing
 * @param system the operating system; null if it is not known
 */
public record Device(@Nullable String browser, @Nullable String system) {

    /** Under which a session keeps the header. */
    static final String ATTRIBUTE = "userAgent";

    private static final int LONGEST_HEADER = 300;
    private static final int LONGEST_NAME = 60;

    /** In this order: most browsers also name those they descend from. */
    private static final Map<String, String> BROWSERS = ordered(
            "Edg/", "Edge",
            "EdgA/", "Edge",
            "EdgiOS/", "Edge",
            "OPR/", "Opera",
            "SamsungBrowser/", "Samsung Internet",
            "FxiOS/", "Firefox",
            "Firefox/", "Firefox",
            "CriOS/", "Chrome",
            "Chrome/", "Chrome",
            "Version/", "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "Windows", "Windows",
            "Android", "Android",
            "iPhone", "iPhone",
            "iPad", "iPad",
            "CrOS", "ChromeOS",
            "Macintosh", "macOS",
            "Linux", "Linux");

    /** Has a session remember with what it was begun. */
    static void note(HttpServletRequest request, HttpSession session) {
        String header = request.getHeader("User-Agent");
        if (header != null) {
            session.setAttribute(ATTRIBUTE, cut(header, LONGEST_HEADER));
        }
    }

    static Device from(HttpServletRequest request) {
        return of(request.getHeader("User-Agent"));
    }

    /** @param userAgent the header; null where there was none */
    static Device of(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return new Device(null, null);
        }
        String system = first(SYSTEMS, userAgent);
        String browser = userAgent.startsWith("Mozilla/") ? first(BROWSERS, userAgent) : null;
        return browser == null && system == null
                ? new Device(cut(userAgent.strip(), LONGEST_NAME), null)
                : new Device(browser, system);
    }

    private static @Nullable String first(Map<String, String> names, String userAgent) {
        return names.entrySet().stream()
                .filter(it -> userAgent.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
