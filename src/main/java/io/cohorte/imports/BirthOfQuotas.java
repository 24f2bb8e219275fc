package io.cohorte.imports;

import io.cohorte.areas.AreaOpened;
import io.cohorte.areas.AreaOrigin;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives a new area its quota, in the transaction that opens it: none to keep to where whoever runs the installation
 * opened it for themselves, the configured one elsewhere (product.md D12).
 */
@Component
class BirthOfQuotas {

    private final QuotaLedger ledger;
    private final QuotaSettings settings;

    BirthOfQuotas(QuotaLedger ledger, QuotaSettings settings) {
        this.ledger = ledger;
        this.settings = settings;
    }

    @EventListener
    void on(AreaOpened opened) {
        boolean limited = opened.origin() == AreaOrigin.OPENED_LATER;
        ledger.open(opened.area(), limited ? settings.base() : null, opened.actor());
    }
}
