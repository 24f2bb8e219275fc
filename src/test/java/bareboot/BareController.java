package bareboot;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BareController {

    private final BareAreas areas;

    BareController(BareAreas areas) {
        this.areas = areas;
    }

    @GetMapping("/health")
    long health() {
        return areas.count();
    }
}
