package io.cohorte.areas;

import io.cohorte.accounts.ActivationLinks;
import io.cohorte.areas.AreaQueries.AreaView;
import io.cohorte.mail.Letter;
import io.cohorte.mail.Message;
import io.cohorte.mail.MessageWriter;
import io.cohorte.mail.Outbox;
import io.cohorte.mail.SecretLink;
import io.cohorte.mail.Wording;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.web.BaseUrl;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The mail that tells somebody they are in the staff of an area now, with a link to activate the account if need be. */
@Component
class StaffInvitation implements MessageWriter {

    private static final String KIND = "STAFF_INVITED";

    private final Outbox outbox;
    private final StaffRoles staff;
    private final AreaQueries areas;
    private final PeopleQueries people;
    private final ActivationLinks links;
    private final BaseUrl baseUrl;

    StaffInvitation(
            Outbox outbox,
            StaffRoles staff,
            AreaQueries areas,
            PeopleQueries people,
            ActivationLinks links,
            BaseUrl baseUrl) {
        this.outbox = outbox;
        this.staff = staff;
        this.areas = areas;
        this.people = people;
        this.links = links;
        this.baseUrl = baseUrl;
    }

    void send(AreaId area, AccountId person) {
        outbox.queue(Letter.of(KIND, area, person));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public Optional<Wording> write(Message message) {
        AccountId person = message.account();
        return Optional.ofNullable(message.area())
                .filter(it -> !staff.of(it, person).isEmpty())
                .flatMap(areas::find)
                .map(it -> wording(it, person));
    }

    private Wording wording(AreaView area, AccountId person) {
        String name = people.names(area.id(), List.of(person.value())).getOrDefault(person.value(), "");
        List<Object> arguments = List.of(name, area.description().name());
        return links.make(person, null)
                .map(it -> new Wording("areas.mail.invited-new", arguments, it))
                .orElseGet(() -> new Wording("areas.mail.invited", arguments, area(area)));
    }

    private SecretLink area(AreaView area) {
        return SecretLink.open(KIND, baseUrl.link("/areas/" + area.description().slug()));
    }
}
