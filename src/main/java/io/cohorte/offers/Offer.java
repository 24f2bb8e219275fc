package io.cohorte.offers;

import io.cohorte.groups.GroupId;
import io.cohorte.shared.PlainText;
import io.cohorte.shared.ProductId;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A price of a product. It leads to one group or, with none, follows the default: never to two. */
@Entity
@Table(name = "offers")
class Offer {

    private static final int LONGEST_NAME = 100;

    @EmbeddedId
    private OfferKey key;

    private String name;

    private long priceMinor;

    @Column(columnDefinition = "char(3)")
    @JdbcTypeCode(SqlTypes.CHAR)
    private String currency;

    private @Nullable Integer accessDays;

    @Enumerated(EnumType.STRING)
    private @Nullable Period period;

    private @Nullable UUID groupId;

    private Instant createdAt;

    private @Nullable Instant deactivatedAt;

    @Version
    private @Nullable Long version;

    Offer(ProductId product, OfferId id, String name, Price price, Lasting lasting, Instant now) {
        this.key = OfferKey.of(product, id);
        this.createdAt = now;
        describe(name, price, lasting);
    }

    protected Offer() {}

    void describe(String name, Price price, Lasting lasting) {
        this.name = PlainText.requireName(name, LONGEST_NAME);
        this.priceMinor = price.minor();
        this.currency = price.currency().getCurrencyCode();
        this.accessDays = lasting.days();
        this.period = lasting.period();
    }

    /** Leads to this group from now on, and to no other. */
    void leadTo(GroupId group) {
        this.groupId = group.value();
    }

    void followDefault() {
        this.groupId = null;
    }

    void deactivate(Instant now) {
        deactivatedAt = now;
    }

    void activate() {
        deactivatedAt = null;
    }

    boolean isActive() {
        return deactivatedAt == null;
    }

    OfferId id() {
        return new OfferId(key.offerId());
    }

    String name() {
        return name;
    }

    Price price() {
        return new Price(priceMinor, Currency.getInstance(currency));
    }

    Lasting lasting() {
        return new Lasting(accessDays, period);
    }

    /** Empty while it follows the default. */
    Optional<GroupId> group() {
        return Optional.ofNullable(groupId).map(GroupId::new);
    }

    long version() {
        return version == null ? 0 : version;
    }
}
