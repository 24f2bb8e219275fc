package io.cohorte.console;

import io.cohorte.shared.Permission;
import io.cohorte.web.MenuEntry;
import io.cohorte.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MailMenu {

    @Bean
    MenuEntry mailEntry() {
        return new MenuEntry(Place.AREA_MENU, "mail.menu", "/mail", "mail", 60, Permission.SERVE_STUDENTS);
    }
}
