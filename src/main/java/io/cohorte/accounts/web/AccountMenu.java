package io.cohorte.accounts.web;

import io.cohorte.shared.Permission;
import io.cohorte.web.MenuEntry;
import io.cohorte.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountMenu {

    @Bean
    MenuEntry accountEntry() {
        return new MenuEntry(Place.ACCOUNT_MENU, "web.account", "/account", "key", 40, Permission.SIGNED_IN);
    }

    @Bean
    MenuEntry languageEntry() {
        return new MenuEntry(
                Place.ACCOUNT_MENU, "accounts.language", "/account/language", "globe", 50, Permission.SIGNED_IN);
    }

    @Bean
    MenuEntry passwordTab() {
        return tab("accounts.password", "/account/password", "key", 20);
    }

    @Bean
    MenuEntry addressTab() {
        return tab("accounts.email", "/account/email", "mail", 30);
    }

    @Bean
    MenuEntry languageTab() {
        return tab("accounts.language", "/account/language", "globe", 40);
    }

    @Bean
    MenuEntry sessionsTab() {
        return tab("accounts.sessions", "/account/sessions", "lock", 50);
    }

    private static MenuEntry tab(String key, String path, String icon, int order) {
        return new MenuEntry(Place.ACCOUNT_TAB, key, path, icon, order, Permission.SIGNED_IN);
    }
}
