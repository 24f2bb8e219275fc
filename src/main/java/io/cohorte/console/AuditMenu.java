package io.cohorte.console;

import io.cohorte.shared.Permission;
import io.cohorte.web.MenuEntry;
import io.cohorte.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditMenu {

    @Bean
    MenuEntry auditEntry() {
        return new MenuEntry(Place.AREA_MENU, "audit.menu", "/audit", "history", 70, Permission.MANAGE);
    }
}
