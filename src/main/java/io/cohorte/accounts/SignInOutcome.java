package io.cohorte.accounts;

import io.cohorte.shared.AccountId;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Where somebody goes who has tried to sign in. Of a refusal nothing stays in the session: the exception carries what
 * was typed.
 */
class SignInOutcome extends SavedRequestAwareAuthenticationSuccessHandler implements AuthenticationFailureHandler {

    private final LastSignIns lastSignIns;

    SignInOutcome(RequestCache returnPath, LastSignIns lastSignIns) {
        this.lastSignIns = lastSignIns;
        setRequestCache(returnPath);
        setDefaultTargetUrl("/");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        Device.note(request, request.getSession());
        lastSignIns.note(new AccountId(UUID.fromString(authentication.getName())), Device.from(request));
        super.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        response.sendRedirect(
                refused instanceof SignInThrottled throttled ? "/login?wait=" + throttled.seconds() : "/login?error");
    }
}
