package io.cohorte.accounts;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Sha256;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;

/** The door for reads of sessions. */
@Service
public class SessionQueries {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    SessionQueries(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /**
     * A session as its own person sees it.
     *
     * @param key names it on the screen: a hash of its id, which nobody is shown
     * @param present whether it is the one the question comes from
     */
    public record SessionView(String key, Device device, Instant begunAt, Instant lastUsedAt, boolean present) {}

    /**
     * The sessions of an account that have not ended: the present one, then those used last.
     *
     * @param present id of the one the question comes from
     */
    public List<SessionView> list(AccountId account, String present) {
        return sessions.findByPrincipalName(account.toString()).values().stream()
                .filter(it -> !it.isExpired())
                .map(it -> view(it, present))
                .sorted(Comparator.comparing(SessionView::present)
                        .thenComparing(SessionView::lastUsedAt)
                        .reversed())
                .toList();
    }

    private static SessionView view(Session session, String present) {
        return new SessionView(
                HexFormat.of().formatHex(Sha256.of(session.getId())),
                Device.of(session.getAttribute(Device.ATTRIBUTE)),
                session.getCreationTime(),
                session.getLastAccessedTime(),
                session.getId().equals(present));
    }
}
