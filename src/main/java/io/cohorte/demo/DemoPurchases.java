package io.cohorte.demo;

import io.cohorte.inbox.HookQueries;
import io.cohorte.inbox.Hooks;
import io.cohorte.inbox.Intake;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Reports of purchases, as the vendor would send them: a test, and some that wait for somebody to say which product they
 * are of. They enrol their buyers once it is linked.
 */
@Component
class DemoPurchases {

    private static final Pattern HOURS_AGO = Pattern.compile("\"hours-ago:(\\d+)\"");

    private final Hooks hooks;
    private final HookQueries addresses;
    private final Intake intake;
    private final Clock clock;

    DemoPurchases(Hooks hooks, HookQueries addresses, Intake intake, Clock clock) {
        this.hooks = hooks;
        this.addresses = addresses;
        this.intake = intake;
        this.clock = clock;
    }

    /** The token is nobody's: an owner who connects a vendor types their own. */
    void report(AreaId area, Actor owner) {
        String token = UUID.randomUUID().toString();
        hooks.open(area, owner);
        hooks.setToken(area, token, 0, owner);
        String address = addresses.of(area).orElseThrow().address();
        String key = address.substring(address.lastIndexOf('/') + 1);
        for (String line : lines()) {
            intake.hotmart(key, List.of(token), present(line).getBytes(StandardCharsets.UTF_8));
        }
    }

    private String present(String line) {
        return HOURS_AGO.matcher(line).replaceAll(this::moment);
    }

    private String moment(MatchResult ago) {
        Duration hours = Duration.ofHours(Long.parseLong(ago.group(1)));
        return String.valueOf(clock.instant().minus(hours).toEpochMilli());
    }

    private static List<String> lines() {
        try {
            return new ClassPathResource("demo/purchases.jsonl")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
