package io.cohorte.classroom.web;

import io.cohorte.shared.Permission;
import io.cohorte.web.MenuEntry;
import io.cohorte.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClassroomMenu {

    /** Who may look as a student but not as a group finds the way on the student's page. */
    @Bean
    MenuEntry viewAsTab() {
        return new MenuEntry(Place.PRODUCT_TAB, "classroom.view", "/view-as", "eye", 28, Permission.EDIT_CONTENT);
    }
}
