package io.cohorte.web;

import java.io.Serializable;
import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the page after a redirect says was done.
 *
 * @param code key of the message
 */
public record Flash(String code, List<Serializable> arguments) implements Serializable {

    /** Has the next page say it. */
    public static void say(RedirectAttributes redirect, String code, Serializable... arguments) {
        redirect.addFlashAttribute("flash", new Flash(code, List.of(arguments)));
    }
}
