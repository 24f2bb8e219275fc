package io.cohorte.inbox.web;

import io.cohorte.accounts.EmailAddress;
import io.cohorte.accounts.InvalidEmail;
import io.cohorte.inbox.EntryState;
import io.cohorte.inbox.InboxFilter;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.PlainText;
import io.cohorte.shared.ProductId;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Query;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * How somebody narrows the list of what came in.
 *
 * @param inProduct one of ours
 * @param buyer a whole address, as typed
 * @param event by the provider's name of it
 */
record InboxRequest(
        @Nullable EntryState state,
        @Nullable UUID inProduct,
        @Nullable String buyer,
        @Nullable String event) {

    InboxFilter filter(AreaId area) {
        return new InboxFilter(
                area, state, inProduct == null ? null : new ProductId(inProduct), addresses(), typed(event));
    }

    /** The address as it was typed, and as accounts have it: of what concerned nobody the provider's spelling is kept. */
    private List<String> addresses() {
        String typed = typed(buyer);
        if (typed == null) {
            return List.of();
        }
        try {
            return List.of(typed, EmailAddress.of(typed).value());
        } catch (InvalidEmail none) {
            return List.of(typed);
        }
    }

    private static @Nullable String typed(@Nullable String text) {
        return text == null || PlainText.trim(text).isEmpty()
                ? null
                : PlainText.trim(text).replace("\0", "");
    }

    /** Whether more than a state is asked for: how many there are of each state is not known then. */
    public boolean narrows() {
        return inProduct != null || typed(buyer) != null || typed(event) != null;
    }

    /** The same in another state, null for all. */
    public String path(AreaPass area, @Nullable EntryState other) {
        return Query.of(area.path() + "/purchases", new InboxRequest(other, inProduct, buyer, event).parameters());
    }

    /** The same as the beginning of a query, for the pager. */
    public String query() {
        String query = Query.of("", parameters());
        return query.isEmpty() ? "" : query.substring(1) + "&";
    }

    private MultiValueMap<String, String> parameters() {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        if (state != null) {
            parameters.add("state", state.name());
        }
        if (inProduct != null) {
            parameters.add("inProduct", inProduct.toString());
        }
        if (typed(buyer) != null) {
            parameters.add("buyer", typed(buyer));
        }
        if (typed(event) != null) {
            parameters.add("event", typed(event));
        }
        return parameters;
    }
}
