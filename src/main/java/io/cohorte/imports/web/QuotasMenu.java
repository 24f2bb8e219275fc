package io.cohorte.imports.web;

import io.cohorte.shared.Permission;
import io.cohorte.web.MenuEntry;
import io.cohorte.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QuotasMenu {

    @Bean
    MenuEntry quotasEntry() {
        return new MenuEntry(Place.OPERATOR_MENU, "imports.quotas.menu", "/quotas", "upload", 20, Permission.OPERATE);
    }
}
