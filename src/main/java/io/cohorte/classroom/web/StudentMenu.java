package io.cohorte.classroom.web;

import io.cohorte.shared.Permission;
import io.cohorte.web.MenuEntry;
import io.cohorte.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StudentMenu {

    @Bean
    MenuEntry libraryHomeEntry() {
        return library(Place.HOME_MENU, 20);
    }

    @Bean
    MenuEntry libraryAccountEntry() {
        return library(Place.ACCOUNT_MENU, 10);
    }

    @Bean
    MenuEntry studentAccessEntry() {
        return access(Place.ACCOUNT_MENU, 30);
    }

    @Bean
    MenuEntry studentAccessTab() {
        return access(Place.ACCOUNT_TAB, 15);
    }

    private static MenuEntry library(Place place, int order) {
        return new MenuEntry(place, "classroom.library", "/learn", "book", order, Permission.SIGNED_IN);
    }

    private static MenuEntry access(Place place, int order) {
        return new MenuEntry(place, "classroom.menu.access", "/learn/access", "unlock", order, Permission.SIGNED_IN);
    }
}
