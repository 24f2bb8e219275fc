package io.cohorte.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Leads from below an area's former slug to the same place below its present one. */
final class FormerSlug {

    private FormerSlug() {}

    /** The slug of the area in the path of a request. */
    static String in(HttpServletRequest request) {
        return variables(request).get("area");
    }

    /**
     * Not for ever, since an area may go back to a slug it had; and with the same method, so that a form opened before
     * the change is not lost.
     */
    static void redirect(HttpServletRequest request, HttpServletResponse response, String slug) {
        Map<String, String> variables = new HashMap<>(variables(request));
        variables.put("area", slug);
        String pattern = (String) request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String path = UriComponentsBuilder.fromPath(pattern)
                .encode()
                .buildAndExpand(variables)
                .toUriString();
        String query = request.getQueryString();
        response.setStatus(HttpStatus.TEMPORARY_REDIRECT.value());
        response.setHeader(HttpHeaders.LOCATION, query == null ? path : path + "?" + query);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> variables(HttpServletRequest request) {
        return (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    }
}
