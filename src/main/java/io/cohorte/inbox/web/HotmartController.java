package io.cohorte.inbox.web;

import io.cohorte.inbox.Intake;
import io.cohorte.inbox.Intake.Answer;
import io.cohorte.web.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where the vendor reports to (product.md 1.12, 70 to 80). */
@Controller
class HotmartController {

    private static final String TOKEN = "X-HOTMART-HOTTOK";

    private final Intake intake;

    HotmartController(Intake intake) {
        this.intake = intake;
    }

    @Open
    @PostMapping("/hooks/hotmart/{key}")
    ResponseEntity<Void> take(@PathVariable String key, HttpServletRequest request) throws IOException {
        Optional<byte[]> body = HookBody.read(request);
        if (body.isEmpty()) {
            return answer(HttpStatus.CONTENT_TOO_LARGE);
        }
        List<String> tokens =
                Collections.list(request.getHeaders(TOKEN)).stream().distinct().toList();
        return answer(status(intake.hotmart(key, tokens, body.get())));
    }

    static HttpStatus status(Answer answer) {
        return switch (answer) {
            case KEPT -> HttpStatus.OK;
            case BROKEN -> HttpStatus.BAD_REQUEST;
            case REFUSED -> HttpStatus.UNAUTHORIZED;
        };
    }

    private static ResponseEntity<Void> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
