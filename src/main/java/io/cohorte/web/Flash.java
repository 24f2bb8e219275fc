package io.cohorte.web;

import io.cohorte.shared.RuleViolation;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the page after a redirect says.
 *
 * @param code key of the message
 * @param done whether it tells of something done; else of why nothing was
 */
public record Flash(String code, boolean done, List<Serializable> arguments) implements Serializable {

    /** Has the next page tell what was done. */
    public static void say(RedirectAttributes redirect, String code, Serializable... arguments) {
        redirect.addFlashAttribute("flash", new Flash(code, true, List.of(arguments)));
    }

    /** Has the next page tell which rule kept something from being done. */
    public static void warn(RedirectAttributes redirect, RuleViolation broken) {
        redirect.addFlashAttribute("flash", of(broken));
    }

    /** Tells which rule kept something from being done. */
    public static Flash of(RuleViolation broken) {
        List<Serializable> arguments = new ArrayList<>();
        Arrays.stream(broken.arguments())
                .forEach(it -> arguments.add(it instanceof Number number ? number : String.valueOf(it)));
        return new Flash(broken.code(), false, List.copyOf(arguments));
    }

    /** Has the next page tell why nothing was done. */
    public static void warn(RedirectAttributes redirect, String code, Serializable... arguments) {
        redirect.addFlashAttribute("flash", new Flash(code, false, List.of(arguments)));
    }

    /** Hands on to the page after the next redirect what this one, itself only a way there, was told to say. */
    public static void handOn(Model model, RedirectAttributes redirect) {
        if (model.getAttribute("flash") instanceof Flash flash) {
            redirect.addFlashAttribute("flash", flash);
        }
    }
}
