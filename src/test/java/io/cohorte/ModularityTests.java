package io.cohorte;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void keepsTheWallsBetweenTheRooms() {
        ApplicationModules.of(CohorteApplication.class).verify();
    }
}
