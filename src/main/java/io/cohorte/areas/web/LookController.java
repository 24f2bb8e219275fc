package io.cohorte.areas.web;

import io.cohorte.areas.AreaQueries;
import io.cohorte.areas.AreaStyle;
import io.cohorte.areas.Colour;
import io.cohorte.areas.InvalidColour;
import io.cohorte.shared.NotFound;
import io.cohorte.web.Open;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Hands out what areas put over the looks of the program. It holds no secret and will stand on public pages; what an
 * address gives never changes, so that it can be kept for a year.
 */
@Controller
class LookController {

    private static final CacheControl FOR_A_YEAR =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final AreaQueries areas;

    LookController(AreaQueries areas) {
        this.areas = areas;
    }

    @Open
    @GetMapping("/styles/{colour}-{edition}.css")
    ResponseEntity<byte[]> style(@PathVariable String colour, @PathVariable int edition) {
        if (edition != AreaStyle.EDITION) {
            throw new NotFound("style");
        }
        try {
            String css = AreaStyle.of(new Colour("#" + colour)).css();
            return answer(MediaType.valueOf("text/css;charset=UTF-8")).body(css.getBytes(StandardCharsets.UTF_8));
        } catch (InvalidColour none) {
            throw new NotFound("style");
        }
    }

    @Open
    @GetMapping("/logos/{logo}.png")
    ResponseEntity<byte[]> logo(@PathVariable UUID logo) {
        byte[] png = areas.logo(logo).orElseThrow(() -> new NotFound("logo"));
        return answer(MediaType.IMAGE_PNG)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename("logo.png").build().toString())
                .body(png);
    }

    private static ResponseEntity.BodyBuilder answer(MediaType type) {
        return ResponseEntity.ok().cacheControl(FOR_A_YEAR).contentType(type);
    }
}
