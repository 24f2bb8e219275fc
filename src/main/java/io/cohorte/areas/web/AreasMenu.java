package io.cohorte.areas.web;

import io.cohorte.shared.Permission;
import io.cohorte.web.MenuEntry;
import io.cohorte.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AreasMenu {

    @Bean
    MenuEntry areasEntry() {
        return new MenuEntry(Place.HOME_MENU, "web.members-area", "/areas", "layout", 10, Permission.READ_AS_STAFF);
    }

    @Bean
    MenuEntry profileEntry() {
        return profile(Place.ACCOUNT_MENU, 20);
    }

    @Bean
    MenuEntry profileTab() {
        return profile(Place.ACCOUNT_TAB, 10);
    }

    private static MenuEntry profile(Place place, int order) {
        return new MenuEntry(place, "areas.profile", "/account/profile", "badge", order, Permission.SIGNED_IN);
    }

    @Bean
    MenuEntry staffEntry() {
        return new MenuEntry(Place.AREA_MENU, "areas.menu.staff", "/staff", "badge", 80, Permission.MANAGE);
    }

    @Bean
    MenuEntry areaSettingsEntry() {
        return new MenuEntry(Place.AREA_MENU, "areas.menu.settings", "/settings", "settings", 90, Permission.OWN_AREA);
    }
}
