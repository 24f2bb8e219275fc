package io.cohorte.inbox;

import io.cohorte.sales.SaleSource;
import io.cohorte.shared.AreaId;
import java.util.UUID;

/** Reads what one provider sends. Each provider has one. */
interface EventReader {

    SaleSource source();

    /**
     * @param entry the entry the body is of, for what is made of it
     * @param body whole, and known to be JSON
     */
    Reading read(AreaId area, UUID entry, byte[] body);
}
