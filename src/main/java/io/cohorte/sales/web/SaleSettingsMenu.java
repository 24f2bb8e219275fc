package io.cohorte.sales.web;

import io.cohorte.shared.Permission;
import io.cohorte.web.MenuEntry;
import io.cohorte.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SaleSettingsMenu {

    @Bean
    MenuEntry saleSettingsTab() {
        return new MenuEntry(Place.PRODUCT_TAB, "sales.tab.settings", "/sales", "alert", 80, Permission.MANAGE);
    }
}
