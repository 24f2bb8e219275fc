package io.cohorte.demo;

import io.cohorte.areas.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Tells at the end of the log, below the address of the program, how to sign in to the demo. That addresses and a
 * password stand in a log is right here alone: they are nobody's, and printed in the source.
 */
@Component
class DemoSignIns {

    private static final Logger log = LoggerFactory.getLogger(DemoSignIns.class);

    private final DemoSettings settings;
    private final UserDetailsService accounts;
    private final PasswordEncoder passwords;

    DemoSignIns(DemoSettings settings, UserDetailsService accounts, PasswordEncoder passwords) {
        this.settings = settings;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void announce() {
        if (settings.enabled()) {
            List<String> lines = lines(DemoPlan.read());
            if (!lines.isEmpty()) {
                log.info(
                        "Sign-ins of the demo (their password is public: let nobody else reach it):\n{}",
                        String.join("\n", lines));
            }
        }
    }

    /** Only what works is told: a data folder may hold another installation, or a demo somebody has changed. */
    private List<String> lines(DemoPlan plan) {
        List<String> lines = new ArrayList<>();
        plan.staff().stream()
                .filter(it -> letsIn(it.email()))
                .forEach(it -> lines.add(line(it.email(), wording(it.role()))));
        if (letsIn(plan.student().email())) {
            lines.add(line(plan.student().email(), "student"));
        }
        return lines;
    }

    private boolean letsIn(String email) {
        try {
            return passwords.matches(
                    DemoPlan.PASSWORD, accounts.loadUserByUsername(email).getPassword());
        } catch (UsernameNotFoundException none) {
            return false;
        }
    }

    private static String line(String email, String who) {
        return "    %-28s / %s   %s".formatted(email, DemoPlan.PASSWORD, who);
    }

    private static String wording(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
