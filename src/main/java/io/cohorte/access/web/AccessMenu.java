package io.cohorte.access.web;

import io.cohorte.shared.Permission;
import io.cohorte.web.MenuEntry;
import io.cohorte.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessMenu {

    @Bean
    MenuEntry accessTab() {
        return new MenuEntry(Place.PRODUCT_TAB, "access.tab", "/access", "matrix", 25, Permission.EDIT_CONTENT);
    }
}
