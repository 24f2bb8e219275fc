package io.cohorte.groups.web;

import io.cohorte.shared.Permission;
import io.cohorte.web.MenuEntry;
import io.cohorte.web.MenuEntry.Place;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GroupsMenu {

    @Bean
    MenuEntry membersTab() {
        return new MenuEntry(
                Place.PRODUCT_TAB,
                "groups.tab.members",
                "/members",
                "users",
                30,
                Permission.SERVE_STUDENTS,
                List.of("/imports", "/placement"));
    }
}
