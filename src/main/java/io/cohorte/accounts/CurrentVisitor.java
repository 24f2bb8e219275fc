package io.cohorte.accounts;

import io.cohorte.accounts.AccountQueries.AccountView;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Language;
import io.cohorte.web.Visitor;
import io.cohorte.web.Visitors;
import io.cohorte.web.Zones;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Reads the account behind the session, once a request. */
@Component
class CurrentVisitor implements Visitors {

    private static final String READ = CurrentVisitor.class.getName();

    private final AccountQueries accounts;

    CurrentVisitor(AccountQueries accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<Visitor> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || authentication instanceof AnonymousAuthenticationToken
                || !authentication.isAuthenticated()) {
            return Optional.empty();
        }
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        Object read = request.getAttribute(READ, RequestAttributes.SCOPE_REQUEST);
        if (read instanceof Visitor visitor && visitor.account().toString().equals(authentication.getName())) {
            return Optional.of(visitor);
        }
        AccountId id = new AccountId(UUID.fromString(authentication.getName()));
        Optional<Visitor> visitor = accounts.find(id).map(CurrentVisitor::visitor);
        visitor.ifPresent(it -> request.setAttribute(READ, it, RequestAttributes.SCOPE_REQUEST));
        return visitor;
    }

    private static Visitor visitor(AccountView account) {
        return new Visitor(
                account.id(),
                account.email(),
                Optional.ofNullable(account.locale())
                        .flatMap(Language::of)
                        .map(Language::locale)
                        .orElse(null),
                // A name the time zone data know no longer counts as none.
                Zones.find(account.zone()).orElse(null),
                account.operator());
    }
}
