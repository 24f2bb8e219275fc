package io.cohorte.web;

import io.cohorte.shared.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * The gate: asks of every handler what it is marked with. A handler with no mark is open to nobody.
 *
 * <p>Nobody signed in: to the sign-in page. An area that isn't the visitor's to know of: 404. An act there that isn't
 * theirs to do: 403. A slug the area once had: to the one it has.
 */
@Component
class GateInterceptor implements HandlerInterceptor {

    private final Visitors visitors;
    private final AreaGate areas;
    private final List<MenuEntry> entries;

    GateInterceptor(Visitors visitors, AreaGate areas, List<MenuEntry> entries) {
        this.visitors = visitors;
        this.areas = areas;
        this.entries = entries;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Visitor visitor = visitors.current().orElse(null);
            Shell shell = new Shell(entries, areas, request.getRequestURI(), visitor);
            request.setAttribute(Shell.class.getName(), shell);
            if (!method.hasMethodAnnotation(Open.class)) {
                return check(request, response, shell, visitor, method.getMethodAnnotation(Requires.class));
            }
        }
        return true;
    }

    private boolean check(
            HttpServletRequest request,
            HttpServletResponse response,
            Shell shell,
            @Nullable Visitor visitor,
            @Nullable Requires requires) {
        if (visitor == null) {
            throw new InsufficientAuthenticationException("nobody is signed in");
        }
        if (requires == null) {
            throw new AccessDeniedException("a handler without a mark");
        }
        return switch (requires.value()) {
            case SIGNED_IN -> true;
            case OPEN_AREAS -> demand(areas.letsOpenAreas(visitor), requires);
            case OPERATE -> demand(visitor.operator(), requires);
            default -> enter(request, response, shell, visitor, requires);
        };
    }

    private static boolean demand(boolean allowed, Requires requires) {
        if (!allowed) {
            throw new AccessDeniedException(requires.value().name());
        }
        return true;
    }

    private boolean enter(
            HttpServletRequest request, HttpServletResponse response, Shell shell, Visitor visitor, Requires requires) {
        String slug = FormerSlug.in(request);
        AreaPass pass = areas.admit(slug, visitor.account()).orElseThrow(() -> new NotFound("area"));
        if (!pass.slug().equals(slug)) {
            FormerSlug.redirect(request, response, pass.slug());
            return false;
        }
        demand(pass.allows(requires.value()), requires);
        request.setAttribute(AreaPass.class.getName(), pass);
        shell.enter(pass);
        return true;
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView modelAndView) {
        Object shell = request.getAttribute(Shell.class.getName());
        if (modelAndView != null && shell != null && !isRedirect(modelAndView)) {
            modelAndView.addObject("shell", shell);
        }
    }

    private static boolean isRedirect(ModelAndView view) {
        String name = view.getViewName();
        return name != null && name.startsWith("redirect:");
    }
}
