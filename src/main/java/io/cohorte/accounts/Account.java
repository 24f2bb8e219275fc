package io.cohorte.accounts;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.Language;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An address with, once activated, a password. */
@Entity
@Table(name = "accounts")
class Account {

    @Id
    @Column(name = "account_id")
    private UUID id;

    private String email;

    private @Nullable String passwordHash;

    private @Nullable String locale;

    private @Nullable String zone;

    private Instant createdAt;

    private @Nullable Instant activatedAt;

    @Version
    private @Nullable Long version;

    Account(AccountId id, EmailAddress email, Instant now) {
        this.id = id.value();
        this.email = email.value();
        this.createdAt = now;
    }

    protected Account() {}

    /** Gives the account its first password, or another one. */
    void protect(String passwordHash, Instant now) {
        this.passwordHash = passwordHash;
        if (activatedAt == null) {
            activatedAt = now;
        }
    }

    void moveTo(EmailAddress address) {
        this.email = address.value();
    }

    void speak(Language language) {
        this.locale = language.tag();
    }

    /** @param zone null to read times in the zone of each product */
    void readTimesIn(@Nullable ZoneId zone) {
        this.zone = zone == null ? null : zone.getId();
    }

    AccountId id() {
        return new AccountId(id);
    }

    EmailAddress email() {
        return new EmailAddress(email);
    }

    Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    Optional<Language> language() {
        return Optional.ofNullable(locale).flatMap(Language::of);
    }

    Optional<String> zone() {
        return Optional.ofNullable(zone);
    }
}
