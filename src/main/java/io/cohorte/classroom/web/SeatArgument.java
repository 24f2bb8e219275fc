package io.cohorte.classroom.web;

import io.cohorte.classroom.Seat;
import io.cohorte.classroom.Seats;
import io.cohorte.classroom.ViewId;
import io.cohorte.classroom.ViewIsReadOnly;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.Permission;
import io.cohorte.shared.ProductId;
import io.cohorte.web.AreaGate;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Shell;
import io.cohorte.web.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Hands a handler of the classroom the visitor's seat: their own below {@code /learn}, or below {@code /as/{view}} the
 * one they took to look, from which nothing is done but reading.
 */
@Component
class SeatArgument implements HandlerMethodArgumentResolver {

    private final Seats seats;
    private final AreaGate areas;

    SeatArgument(Seats seats, AreaGate areas) {
        this.seats = seats;
        this.areas = areas;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Seat.class;
    }

    @Override
    public Seat resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = (HttpServletRequest) web.getNativeRequest();
        Map<?, ?> variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Visitor visitor = ((Shell) request.getAttribute(Shell.class.getName()))
                .getVisitor()
                .orElseThrow();
        String slug = String.valueOf(variables.get("area"));
        ProductId product = new ProductId(id(variables, "product"));
        Seat seat = variables.containsKey("view")
                ? taken(slug, product, new ViewId(id(variables, "view")), visitor)
                : seats.own(slug, product, visitor.account());
        if (seat.isReadOnly() && !isReading(request)) {
            throw new ViewIsReadOnly();
        }
        request.setAttribute(Seat.class.getName(), seat);
        if (container != null) {
            container.addAttribute("seat", seat);
        }
        return seat;
    }

    private Seat taken(String slug, ProductId product, ViewId view, Visitor visitor) {
        AreaPass area = areas.admit(slug, visitor.account()).orElseThrow(() -> new NotFound("area"));
        Seat seat = seats.as(area.id(), product, view, visitor.account());
        if (!area.allows(seat.student() == null ? Permission.EDIT_CONTENT : Permission.SERVE_STUDENTS)) {
            throw new NotFound("view");
        }
        return seat;
    }

    private static boolean isReading(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }

    private static UUID id(Map<?, ?> variables, String name) {
        try {
            return UUID.fromString(String.valueOf(variables.get(name)));
        } catch (IllegalArgumentException noId) {
            throw new NotFound(name);
        }
    }
}
