package io.cohorte.content.web;

import io.cohorte.shared.Permission;
import io.cohorte.web.MenuEntry;
import io.cohorte.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContentMenu {

    @Bean
    MenuEntry contentTab() {
        return new MenuEntry(Place.PRODUCT_TAB, "content.tab", "/content", "book", 10, Permission.READ_AS_STAFF);
    }
}
