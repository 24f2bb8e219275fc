package io.cohorte.catalog.web;

import io.cohorte.shared.Permission;
import io.cohorte.web.MenuEntry;
import io.cohorte.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CatalogMenu {

    @Bean
    MenuEntry productsEntry() {
        return new MenuEntry(
                Place.AREA_MENU, "catalog.menu.products", "/products", "package", 10, Permission.READ_AS_STAFF);
    }

    @Bean
    MenuEntry productSettingsTab() {
        return new MenuEntry(Place.PRODUCT_TAB, "catalog.tab.settings", "/settings", "settings", 90, Permission.MANAGE);
    }
}
