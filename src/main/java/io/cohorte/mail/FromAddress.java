package io.cohorte.mail;

import io.cohorte.web.BaseUrl;
import org.springframework.stereotype.Component;

/**
 * The address all mail comes from. It is the operator's, whichever area a message is of: only of the operator's domain
 * do the receiving servers know that this program may send in its name. The area stands in the name beside it.
 */
@Component
class FromAddress {

    private final String address;

    FromAddress(MailSettings settings, BaseUrl baseUrl) {
        String given = settings.from();
        this.address = given == null || given.isBlank()
                ? "no-reply@" + baseUrl.baseUrl().getHost()
                : given.strip();
    }

    String address() {
        return address;
    }

    /** What ids of messages end in. */
    String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
