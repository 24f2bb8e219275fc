package io.cohorte.console;

import io.cohorte.shared.Permission;
import io.cohorte.web.MenuEntry;
import io.cohorte.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConsoleMenu {

    @Bean
    MenuEntry areaMembersEntry() {
        return new MenuEntry(Place.AREA_MENU, "groups.tab.members", "/members", "users", 20, Permission.SERVE_STUDENTS);
    }

    @Bean
    MenuEntry explainTab() {
        return new MenuEntry(
                Place.PRODUCT_TAB, "console.explain.tab", "/explain", "info", 35, Permission.SERVE_STUDENTS);
    }
}
