package io.cohorte.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;

/**
 * Where somebody was going when they were sent to the sign-in. A path of this program alone is kept, for the whole
 * address would be made of the Host header, which anybody can write; and only a page's, since nothing else can be
 * opened afterwards.
 */
@Component
class ReturnPath implements RequestCache {

    private static final String ATTRIBUTE = ReturnPath.class.getName();

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        boolean page = request.getMethod().equals(HttpMethod.GET.name()) && request.getHeader("HX-Request") == null;
        if (page) {
            request.getSession().setAttribute(ATTRIBUTE, path(request));
        }
    }

    private static String path(HttpServletRequest request) {
        String path = request.getRequestURI().replaceFirst("^[/\\\\]+", "/");
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return saved(request).map(SimpleSavedRequest::new).orElse(null);
    }

    /** The page is asked for again in full, so nothing is replayed; once it is reached, the way there is forgotten. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        if (saved(request).filter(path(request)::equals).isPresent()) {
            removeRequest(request, response);
        }
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        Optional.ofNullable(request.getSession(false)).ifPresent(it -> it.removeAttribute(ATTRIBUTE));
    }

    private static Optional<String> saved(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session).map(it -> (String) it.getAttribute(ATTRIBUTE));
    }
}
