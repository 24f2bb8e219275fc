package io.cohorte.areas.web;

import io.cohorte.shared.Permission;
import io.cohorte.web.MenuEntry;
import io.cohorte.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AreasMenu {

    @Bean
    MenuEntry staffEntry() {
        return new MenuEntry(Place.AREA_MENU, "areas.menu.staff", "/staff", "badge", 80, Permission.MANAGE);
    }

    @Bean
    MenuEntry areaSettingsEntry() {
        return new MenuEntry(Place.AREA_MENU, "areas.menu.settings", "/settings", "settings", 90, Permission.OWN_AREA);
    }
}
