package io.cohorte.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page for what went wrong, in words, without details of the inside. */
@Controller
class ErrorPages implements ErrorController {

    @Open
    @RequestMapping("${spring.web.error.path:/error}")
    String error(HttpServletRequest request, HttpServletResponse response, Model model) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return page(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status, request, response, model);
    }

    static String page(HttpStatus status, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("shell", request.getAttribute(Shell.class.getName()));
        model.addAttribute("status", status.value());
        model.addAttribute("requestId", request.getAttribute(RequestId.ATTRIBUTE));
        // The menu asks the database, which may be what fails.
        model.addAttribute("menuless", status.is5xxServerError());
        boolean staleForm = request.getAttribute("staleForm") != null;
        model.addAttribute("kind", staleForm ? "stale-form" : kindOf(status));
        return "web/error";
    }

    private static String kindOf(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND, FORBIDDEN, CONFLICT, CONTENT_TOO_LARGE -> String.valueOf(status.value());
            default -> status.is4xxClientError() ? "4xx" : "5xx";
        };
    }
}
