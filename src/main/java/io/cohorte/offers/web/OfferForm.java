package io.cohorte.offers.web;

import io.cohorte.groups.GroupId;
import io.cohorte.offers.Lasting;
import io.cohorte.offers.OfferView;
import io.cohorte.offers.Price;
import io.cohorte.offers.Terms;
import io.cohorte.web.ShortText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form of an offer.
 *
 * @param days what the access lasts, where the terms ask for them
 * @param group where its buyers land; null to follow the default
 * @param draft the group form that asked for this offer; null if none did
 */
record OfferForm(
        @ShortText(max = 100) String name,
        @NotBlank String price,
        @NotNull @Pattern(regexp = CURRENCY) String currency,
        @NotNull Terms terms,
        @Nullable String days,
        @Nullable UUID group,
        @Nullable Long version,
        @Nullable GroupDraft draft) {

    /** Those in which courses are sold in the countries whose languages the program speaks. */
    static final String CURRENCY = "ARS|BOB|BRL|CLP|COP|CRC|DOP|EUR|GBP|GTQ|MXN|PEN|PYG|USD|UYU";

    static OfferForm blank(@Nullable GroupDraft draft) {
        return new OfferForm("", "", "USD", Terms.LIFE, "", null, 0L, draft);
    }

    static OfferForm of(OfferView offer, Locale locale) {
        return new OfferForm(
                offer.name(),
                offer.price().plain(locale),
                offer.price().currency().getCurrencyCode(),
                offer.lasting().terms(),
                Objects.toString(offer.lasting().days(), ""),
                offer.group() == null ? null : offer.group().value(),
                offer.version(),
                null);
    }

    /** The version the edit began with; of a new offer, none. */
    public long opened() {
        return version == null ? 0 : version;
    }

    Price typedPrice() {
        return Price.of(price, Currency.getInstance(currency));
    }

    Lasting typedLasting() {
        return Lasting.of(terms, days);
    }

    @Nullable
    GroupId chosenGroup() {
        return group == null ? null : new GroupId(group);
    }
}
