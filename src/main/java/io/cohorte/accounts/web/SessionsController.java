package io.cohorte.accounts.web;

import io.cohorte.accounts.SessionQueries;
import io.cohorte.accounts.Sessions;
import io.cohorte.shared.Permission;
import io.cohorte.web.Flash;
import io.cohorte.web.Requires;
import io.cohorte.web.Visitor;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which somebody sees where they are signed in, and ends what they don't know or need. */
@Controller
class SessionsController {

    private static final String PAGE = "redirect:/account/sessions";

    private final SessionQueries queries;
    private final Sessions sessions;

    SessionsController(SessionQueries queries, Sessions sessions) {
        this.queries = queries;
        this.sessions = sessions;
    }

    @Requires(Permission.SIGNED_IN)
    @GetMapping("/account/sessions")
    String list(Visitor visitor, HttpSession session, Model model) {
        model.addAttribute("sessions", queries.list(visitor.account(), session.getId()));
        return "accounts/sessions";
    }

    @Requires(Permission.SIGNED_IN)
    @PostMapping("/account/sessions/end-others")
    String endOthers(Visitor visitor, HttpSession session, RedirectAttributes redirect) {
        sessions.endOthers(visitor.account(), session.getId());
        Flash.say(redirect, "accounts.sessions.others-ended");
        return PAGE;
    }

    @Requires(Permission.SIGNED_IN)
    @PostMapping("/account/sessions/{session}/end")
    String end(Visitor visitor, @PathVariable("session") String key, RedirectAttributes redirect) {
        sessions.end(visitor.account(), key);
        Flash.say(redirect, "accounts.sessions.ended");
        return PAGE;
    }
}
