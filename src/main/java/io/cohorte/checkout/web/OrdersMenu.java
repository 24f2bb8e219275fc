package io.cohorte.checkout.web;

import io.cohorte.shared.Permission;
import io.cohorte.web.MenuEntry;
import io.cohorte.web.MenuEntry.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrdersMenu {

    @Bean
    MenuEntry ordersEntry() {
        return new MenuEntry(Place.AREA_MENU, "checkout.menu.orders", "/orders", "cart", 30, Permission.SERVE_STUDENTS);
    }

    @Bean
    MenuEntry paymentsEntry() {
        return new MenuEntry(Place.AREA_MENU, "checkout.menu.payments", "/payments", "card", 85, Permission.OWN_AREA);
    }
}
