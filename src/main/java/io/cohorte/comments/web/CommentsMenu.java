package io.cohorte.comments.web;

import io.cohorte.shared.Permission;
import io.cohorte.web.MenuEntry;
import io.cohorte.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CommentsMenu {

    @Bean
    MenuEntry commentsEntry() {
        return new MenuEntry(Place.AREA_MENU, "comments.menu", "/comments", "message", 40, Permission.MODERATE);
    }
}
