package io.cohorte.comments;

import io.cohorte.areas.AreaQueries;
import io.cohorte.areas.AreaQueries.AreaView;
import io.cohorte.areas.PeopleQueries;
import io.cohorte.areas.StaffQueries;
import io.cohorte.mail.Message;
import io.cohorte.mail.MessageWriter;
import io.cohorte.mail.SecretLink;
import io.cohorte.mail.Wording;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Permission;
import io.cohorte.web.BaseUrl;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The daily mail of comments: how many are new and how many wait, by product. It never tells what they say: a mail lies
 * where others may read it, and what was hidden meanwhile would stay in it.
 */
@Component
class DigestMail implements MessageWriter {

    static final String KIND = "COMMENTS";

    private final DigestRows rows;
    private final AreaQueries areas;
    private final PeopleQueries people;
    private final StaffQueries staff;
    private final MessageSource messages;
    private final BaseUrl baseUrl;

    DigestMail(
            DigestRows rows,
            AreaQueries areas,
            PeopleQueries people,
            StaffQueries staff,
            MessageSource messages,
            BaseUrl baseUrl) {
        this.rows = rows;
        this.areas = areas;
        this.people = people;
        this.staff = staff;
        this.messages = messages;
        this.baseUrl = baseUrl;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    /** Nothing where the reader moderates no more, wants none any more, or all of it was dealt with. */
    @Override
    public Optional<Wording> write(Message message) {
        return Optional.ofNullable(message.area())
                .filter(it -> staff.allowed(it, Permission.MODERATE).contains(message.account()))
                .filter(it -> !rows.declined(it).contains(message.account()))
                .flatMap(areas::find)
                .flatMap(it -> wording(it, message));
    }

    private Optional<Wording> wording(AreaView area, Message message) {
        List<DigestRows.News> news = rows.newsOf(message.key().cause());
        if (news.isEmpty()) {
            return Optional.empty();
        }
        AccountId reader = message.account();
        String lines =
                news.stream().map(it -> line(it, message.language().locale())).collect(Collectors.joining("\n\n"));
        return Optional.of(new Wording(
                "comments.mail.digest",
                List.of(
                        people.names(area.id(), List.of(reader.value())).getOrDefault(reader.value(), ""),
                        area.description().name(),
                        news.stream().mapToLong(DigestRows.News::fresh).sum(),
                        news.stream().mapToLong(DigestRows.News::waiting).sum(),
                        lines),
                SecretLink.open(
                        KIND, baseUrl.link("/areas/" + area.description().slug() + "/comments"))));
    }

    private String line(DigestRows.News news, Locale locale) {
        return messages.getMessage(
                "comments.mail.line", new Object[] {news.name(), news.fresh(), news.waiting()}, locale);
    }
}
