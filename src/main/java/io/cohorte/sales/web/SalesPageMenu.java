package io.cohorte.sales.web;

import io.cohorte.shared.Permission;
import io.cohorte.web.MenuEntry;
import io.cohorte.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SalesPageMenu {

    @Bean
    MenuEntry salesEntry() {
        return new MenuEntry(Place.AREA_MENU, "sales.menu", "/sales", "chart", 25, Permission.SERVE_STUDENTS);
    }
}
