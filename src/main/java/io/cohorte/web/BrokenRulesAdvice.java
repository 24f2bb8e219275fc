package io.cohorte.web;

import io.cohorte.shared.NotAllowed;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.RuleViolation;
import io.cohorte.shared.StaleEdit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What a handler did not answer by its own form: missing things, ids that are none, rules a crafted request broke. */
@ControllerAdvice
class BrokenRulesAdvice {

    @ExceptionHandler({NotFound.class, TypeMismatchException.class})
    String notFound(HttpServletRequest request, HttpServletResponse response, Model model) {
        return ErrorPages.page(HttpStatus.NOT_FOUND, request, response, model);
    }

    @ExceptionHandler
    String broken(RuleViolation broken, HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute("rule", broken);
        return ErrorPages.page(status(broken), request, response, model);
    }

    private static HttpStatus status(RuleViolation broken) {
        if (broken instanceof NotAllowed) {
            return HttpStatus.FORBIDDEN;
        }
        return broken instanceof StaleEdit ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
