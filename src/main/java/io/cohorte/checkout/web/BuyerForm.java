package io.cohorte.checkout.web;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.checkout.OrderLinks;
import io.cohorte.checkout.OrderWish;
import io.cohorte.checkout.PaymentMethod;
import io.cohorte.lists.Lookalikes;
import io.cohorte.shared.PlainText;
import io.cohorte.web.ShortText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer fills in on the page of an offer.
 *
 * @param emailAgain asked for only where the address looks mistyped
 * @param agreed null until the buyer agrees to the terms
 * @param seen of the page on which they decide
 * @param token made with the form
 */
record BuyerForm(
        @ShortText(max = 200) String name,
        @Nullable String email,
        @Nullable String emailAgain,
        @Nullable String coupon,
        @Nullable PaymentMethod method,
        @Nullable Boolean agreed,
        @Nullable String seen,
        @Nullable String token) {

    /** For an offer that has just been opened. */
    static BuyerForm blank(String name, String email, @Nullable String coupon) {
        return new BuyerForm(name, email, null, coupon, null, null, null, OrderLinks.newToken());
    }

    /** The token that came with the form, or a new one in place of none. */
    public String ownToken() {
        return Objects.requireNonNullElseGet(token, OrderLinks::newToken);
    }

    public boolean agrees() {
        return Boolean.TRUE.equals(agreed);
    }

    /**
     * @throws io.cohorte.accounts.InvalidEmail if there is none
     * @throws MistypedAddress if it looks mistyped and was not typed twice
     */
    EmailAddress address() {
        EmailAddress address = EmailAddress.of(Objects.requireNonNullElse(email, ""));
        Lookalikes.meant(address).filter(it -> !isTypedTwice(address)).ifPresent(domain -> {
            String local = address.value().substring(0, address.value().lastIndexOf('@'));
            throw new MistypedAddress(local + "@" + domain);
        });
        return address;
    }

    private boolean isTypedTwice(EmailAddress address) {
        return emailAgain != null && PlainText.trim(emailAgain).equalsIgnoreCase(address.value());
    }

    /** What the buyer asks for, whose {@link #address()} there is. */
    OrderWish read(String code, PaymentMethod way) {
        return new OrderWish(
                code,
                coupon,
                address(),
                PlainText.tidy(name),
                way,
                Objects.requireNonNullElse(seen, ""),
                Objects.requireNonNullElse(token, ""));
    }
}
