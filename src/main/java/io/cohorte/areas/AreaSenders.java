package io.cohorte.areas;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.mail.Senders;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the mail how an area is named, speaks and looks. */
@Component
class AreaSenders implements Senders {

    private final AreaQueries areas;
    private final JdbcClient jdbc;

    AreaSenders(AreaQueries areas, JdbcClient jdbc) {
        this.areas = areas;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Sender> of(AreaId area) {
        return areas.find(area).map(it -> sender(it.description()));
    }

    private static Sender sender(AreaDescription area) {
        MailSignature signature = area.signature();
        AreaStyle style = AreaStyle.of(area.colour());
        return new Sender(
                area.name(),
                Optional.ofNullable(signature.name()).orElse(area.name()),
                Optional.ofNullable(signature.replyTo())
                        .map(EmailAddress::value)
                        .orElse(null),
                area.language(),
                style.colour().hex(),
                style.onColour().hex(),
                style.deep().hex());
    }

    @Override
    public Optional<AreaId> onlyAreaOf(AccountId account) {
        List<UUID> areasOf = jdbc.sql("SELECT area_id FROM people WHERE account_id = :account LIMIT 2")
                .param("account", account.value())
                .query(UUID.class)
                .list();
        return areasOf.size() == 1 ? Optional.of(new AreaId(areasOf.get(0))) : Optional.empty();
    }
}
