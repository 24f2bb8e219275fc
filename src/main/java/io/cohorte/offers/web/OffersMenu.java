package io.cohorte.offers.web;

import io.cohorte.shared.Permission;
import io.cohorte.web.MenuEntry;
import io.cohorte.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OffersMenu {

    @Bean
    MenuEntry groupsTab() {
        return new MenuEntry(Place.PRODUCT_TAB, "offers.tab.groups", "/groups", "groups", 20, Permission.MANAGE);
    }

    @Bean
    MenuEntry offersTab() {
        return new MenuEntry(Place.PRODUCT_TAB, "offers.tab.offers", "/offers", "tag", 40, Permission.MANAGE);
    }

    @Bean
    MenuEntry couponsTab() {
        return new MenuEntry(Place.PRODUCT_TAB, "offers.tab.coupons", "/coupons", "ticket", 42, Permission.MANAGE);
    }
}
