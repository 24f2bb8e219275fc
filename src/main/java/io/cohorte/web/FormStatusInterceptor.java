package io.cohorte.web;

import io.cohorte.shared.StaleEdit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.ObjectError;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * A form that comes back with errors is answered with 422, or 409 where somebody else saved first: then the page shows
 * both states ({@code stale} in its model) and goes on from the present one.
 */
@Component
class FormStatusInterceptor implements HandlerInterceptor {

    private static final String STALE = new StaleEdit().code();

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView modelAndView) {
        if (modelAndView == null || response.getStatus() != HttpStatus.OK.value()) {
            return;
        }
        modelAndView.getModel().values().stream()
                .filter(it -> it instanceof BindingResult result && result.hasErrors())
                .map(BindingResult.class::cast)
                .findAny()
                .ifPresent(it -> {
                    HttpStatus status = statusOf(it);
                    response.setStatus(status.value());
                    modelAndView.addObject("stale", status == HttpStatus.CONFLICT);
                });
    }

    private static HttpStatus statusOf(BindingResult result) {
        boolean stale =
                result.getGlobalErrors().stream().map(ObjectError::getCode).anyMatch(STALE::equals);
        return stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
