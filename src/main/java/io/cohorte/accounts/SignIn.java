package io.cohorte.accounts;

import io.cohorte.shared.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.security.web.authentication.SpringSessionRememberMeServices;
import org.springframework.stereotype.Component;

/**
 * Connects accounts to Spring Security. What a session holds of a person is the account id alone, as the name of the
 * principal; what they may do is read at each request.
 */
@Component
public class SignIn implements UserDetailsService {

    private final AccountRepository accounts;
    private final SecurityContextRepository contexts;
    private final LastSignIns lastSignIns;

    SignIn(AccountRepository accounts, SecurityContextRepository contexts, LastSignIns lastSignIns) {
        this.accounts = accounts;
        this.contexts = contexts;
        this.lastSignIns = lastSignIns;
    }

    @Override
    public UserDetails loadUserByUsername(String typed) {
        try {
            return accounts.findByEmail(EmailAddress.of(typed).value())
                    .flatMap(account -> account.passwordHash().map(hash -> principal(account.id(), hash)))
                    .orElseThrow(() -> new UsernameNotFoundException("no account with a password"));
        } catch (InvalidEmail none) {
            throw new UsernameNotFoundException("not an address");
        }
    }

    /** Signs a person in who has shown by other means than a password who they are; begins a new session. */
    public void signIn(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        HttpSession previous = request.getSession(false);
        if (previous != null) {
            previous.invalidate();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(principal(account, ""), null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        Device.note(request, request.getSession());
        lastSignIns.note(account, Device.from(request));
    }

    /** Gives the present session another id: from then on, whoever knew the old one knows nothing. */
    public void renew(HttpServletRequest request) {
        if (request.getSession().getMaxInactiveInterval() >= SessionConfiguration.REMEMBERED.toSeconds()) {
            request.setAttribute(SpringSessionRememberMeServices.REMEMBER_ME_LOGIN_ATTR, true);
        }
        request.changeSessionId();
    }

    private static UserDetails principal(AccountId account, String passwordHash) {
        return User.withUsername(account.toString())
                .password(passwordHash)
                .authorities(List.of())
                .build();
    }
}
