package io.cohorte.inbox;

import io.cohorte.inbox.HookKeys.Hook;
import io.cohorte.sales.SaleSource;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;

/** The door by which providers report: it keeps what they send and understands none of it. */
@Service
public class Intake {

    private final HookKeys hooks;
    private final EntryRows rows;
    private final GroupCommit entries;
    private final StripeSecrets stripe;
    private final Clock clock;

    Intake(HookKeys hooks, EntryRows rows, GroupCommit entries, StripeSecrets stripe, Clock clock) {
        this.hooks = hooks;
        this.rows = rows;
        this.entries = entries;
        this.stripe = stripe;
        this.clock = clock;
    }

    /** How a report was taken. */
    public enum Answer {
        KEPT,
        /** Kept too, and shown, but it can't be read. */
        BROKEN,
        /** It doesn't carry the area's secret: nothing is kept. */
        REFUSED
    }

    /**
     * Takes a report of the vendor's in.
     *
     * @param tokens the secrets it came with, which is one where it is the vendor's
     * @throws NotFound if there is no such address
     */
    public Answer hotmart(String key, List<String> tokens, byte[] body) {
        Hook hook = hooks.find(key).orElseThrow(() -> new NotFound("hook"));
        if (tokens.size() != 1 || !isSecret(hook, tokens.get(0))) {
            return Answer.REFUSED;
        }
        Envelope envelope = Envelope.of(body, "event");
        byte[] blanked = envelope.blank(body, tokens.get(0).getBytes(StandardCharsets.UTF_8));
        if (envelope.id() == null) {
            rows.keepBroken(hook.area(), SaleSource.HOTMART, blanked);
            return Answer.BROKEN;
        }
        entries.keep(Arrival.of(hook.area(), SaleSource.HOTMART, envelope.id(), blanked));
        return Answer.KEPT;
    }

    /**
     * Takes a report of Stripe's in.
     *
     * @param signature of the body, by one of the installation's secrets; empty for none
     * @throws NotFound if there is no such address
     */
    public Answer stripe(String key, String signature, byte[] body) {
        Hook hook = hooks.find(key).orElseThrow(() -> new NotFound("hook"));
        if (!stripe.sign(body, signature, clock)) {
            return Answer.REFUSED;
        }
        Envelope envelope = Envelope.of(body, "type");
        if (envelope.id() == null) {
            rows.keepBroken(hook.area(), SaleSource.STRIPE, body);
            return Answer.BROKEN;
        }
        entries.keep(Arrival.of(hook.area(), SaleSource.STRIPE, envelope.id(), body));
        return Answer.KEPT;
    }

    /** In a time that doesn't tell how much of it is right. */
    private static boolean isSecret(Hook hook, String token) {
        byte[] expected = hook.token();
        return expected != null && MessageDigest.isEqual(expected, Sha256.of(token));
    }
}
