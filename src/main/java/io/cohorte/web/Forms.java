package io.cohorte.web;

import io.cohorte.shared.RuleViolation;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.server.ResponseStatusException;

/** What controllers do with forms. */
public final class Forms {

    private Forms() {}

    /**
     * Runs a command if the form has no errors so far; a broken rule becomes an error of the form, beside its field
     * where the form has it.
     *
     * @return whether the command was done
     * @throws ResponseStatusException 400, if what was sent cannot be the form at all: no browser sends that
     */
    public static boolean submit(BindingResult form, Runnable command) {
        if (form.getTarget() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (form.hasErrors()) {
            return false;
        }
        try {
            command.run();
            return true;
        } catch (RuleViolation broken) {
            reject(form, broken);
            return false;
        }
    }

    /** Puts a broken rule beside its field, or above the form. */
    public static void reject(BindingResult form, RuleViolation broken) {
        String field = broken.field().filter(it -> hasField(form, it)).orElse(null);
        form.rejectValue(field, broken.code(), broken.arguments(), broken.code());
    }

    private static boolean hasField(BindingResult form, String field) {
        return new BeanWrapperImpl(form.getTarget()).isReadableProperty(field);
    }
}
