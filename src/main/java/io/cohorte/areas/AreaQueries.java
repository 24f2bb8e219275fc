package io.cohorte.areas;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.Language;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.PlainText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of areas and their people. */
@Service
public class AreaQueries {

    private final JdbcClient jdbc;

    AreaQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An area in a list.
     *
     * @param logo the path of its logo; null for none
     */
    public record AreaSummary(
            String slug, String name, @Nullable String logo) {}

    /** How an area speaks and counts days. */
    public record AreaSettings(Language language, ZoneId zone) {}

    /** An area as its owners see it, with the version of its description. */
    public record AreaView(AreaId id, AreaDescription description, long version) {}

    /** The areas in whose staff somebody is, by name. */
    public List<AreaSummary> areasOf(AccountId account) {
        return jdbc
                .sql("""
                        SELECT slug, name, logo_id FROM areas LEFT JOIN area_logos USING (area_id)
                        WHERE area_id IN (SELECT area_id FROM staff_roles WHERE account_id = :account)
                        """)
                .param("account", account.value())
                .query((row, number) ->
                        new AreaSummary(row.getString("slug"), row.getString("name"), LogoImage.path(row)))
                .list()
                .stream()
                .sorted(Comparator.comparing(it -> PlainText.sortKey(it.name())))
                .toList();
    }

    /** Whether somebody is in the staff of any area. */
    public boolean isStaff(AccountId account) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM staff_roles WHERE account_id = :account)")
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    public AreaSettings settings(AreaId area) {
        AreaDescription description = get(area).description();
        return new AreaSettings(description.language(), description.zone());
    }

    /** @throws NotFound if there is no such area */
    public AreaView get(AreaId area) {
        return find(area).orElseThrow(() -> new NotFound("area"));
    }

    public Optional<AreaView> find(AreaId area) {
        return jdbc.sql("SELECT * FROM areas WHERE area_id = :area")
                .param("area", area.value())
                .query(AreaQueries::view)
                .optional();
    }

    private static AreaView view(ResultSet row, int number) throws SQLException {
        AreaDescription description = new AreaDescription(
                row.getString("name"),
                new Slug(row.getString("slug")),
                Language.of(row.getString("locale")).orElseThrow(),
                ZoneId.of(row.getString("zone")),
                new Colour(row.getString("colour")),
                new MailSignature(
                        row.getString("sender_name"),
                        Optional.ofNullable(row.getString("reply_to"))
                                .map(EmailAddress::new)
                                .orElse(null)));
        return new AreaView(new AreaId(row.getObject("area_id", UUID.class)), description, row.getLong("version"));
    }

    /** The logo of that id, as PNG; empty where there is none or no longer. */
    public Optional<byte[]> logo(UUID logo) {
        return jdbc.sql("SELECT image FROM area_logos WHERE logo_id = :logo")
                .param("logo", logo)
                .query(byte[].class)
                .optional();
    }

    /** How somebody is named in the area that named them last; empty where none did. */
    public Optional<String> nameOf(AccountId account) {
        return jdbc.sql("SELECT name FROM people WHERE account_id = :account ORDER BY created_at DESC LIMIT 1")
                .param("account", account.value())
                .query(String.class)
                .optional();
    }

    /** Whether there is any area in this installation. */
    public boolean isEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM areas)")
                .query(Boolean.class)
                .single();
    }
}
