package io.cohorte.inbox.web;

import io.cohorte.shared.Permission;
import io.cohorte.web.MenuEntry;
import io.cohorte.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InboxMenu {

    @Bean
    MenuEntry purchasesEntry() {
        return new MenuEntry(Place.AREA_MENU, "inbox.menu", "/purchases", "inbox", 30, Permission.SERVE_STUDENTS);
    }
}
