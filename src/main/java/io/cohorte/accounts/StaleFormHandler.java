package io.cohorte.accounts;

import io.cohorte.web.Visitors;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Tells a form that outlived its session from an act that isn't the visitor's to do: the first goes to the sign-in
 * page where nobody is signed in, else to a page that says so.
 */
class StaleFormHandler implements AccessDeniedHandler {

    private final Visitors visitors;

    StaleFormHandler(Visitors visitors) {
        this.visitors = visitors;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (!(denied instanceof CsrfException)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else if (visitors.current().isEmpty()) {
            response.sendRedirect("/login?expired");
        } else {
            request.setAttribute("staleForm", true);
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }
}
