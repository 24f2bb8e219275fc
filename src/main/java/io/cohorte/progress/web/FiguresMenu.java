package io.cohorte.progress.web;

import io.cohorte.shared.Permission;
import io.cohorte.web.MenuEntry;
import io.cohorte.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FiguresMenu {

    @Bean
    MenuEntry progressTab() {
        return new MenuEntry(Place.PRODUCT_TAB, "progress.tab", "/progress", "chart", 27, Permission.SERVE_STUDENTS);
    }
}
