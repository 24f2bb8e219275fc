package io.cohorte.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * Refuses a form with files that is larger than forms of its kind may be, by the length it gives and before anything of
 * it is read: the server itself has one bound for all of them, and takes everything in as soon as somebody looks for the
 * form's token. Only who may send files there may send large ones.
 */
public final class UploadBounds extends OncePerRequestFilter {

    private final List<UploadPlace> places;
    private final long usual;
    private final Visitors visitors;
    private final AreaGate areas;

    UploadBounds(List<UploadPlace> places, MultipartProperties usual, Visitors visitors, AreaGate areas) {
        this.places = places;
        this.usual = usual.getMaxRequestSize().toBytes();
        this.visitors = visitors;
        this.areas = areas;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/")) {
            chain.doFilter(request, response);
        } else if (hidesItsLength(request)) {
            response.sendError(HttpStatus.LENGTH_REQUIRED.value());
        } else if (request.getContentLengthLong() > usual && request.getContentLengthLong() > most(request)) {
            // So that the error page does not try to read what was refused.
            request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new MaxUploadSizeExceededException(usual));
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean hidesItsLength(HttpServletRequest request) {
        return request.getContentLengthLong() < 0
                && (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                        || request.getProtocol().startsWith("HTTP/2"));
    }

    private long most(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return places.stream()
                .filter(it -> it.isAt(path) && may(request, it))
                .mapToLong(UploadPlace::most)
                .max()
                .orElse(usual);
    }

    private boolean may(HttpServletRequest request, UploadPlace place) {
        String area = request.getRequestURI().split("/", 4)[2];
        return visitors.current()
                .flatMap(it -> areas.admit(area, it.account()))
                .filter(it -> it.allows(place.permission()))
                .isPresent();
    }
}
