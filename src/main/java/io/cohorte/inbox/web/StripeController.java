package io.cohorte.inbox.web;

import io.cohorte.inbox.Intake;
import io.cohorte.web.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where Stripe reports to. */
@Controller
class StripeController {

    private static final String SIGNATURE = "Stripe-Signature";

    private final Intake intake;

    StripeController(Intake intake) {
        this.intake = intake;
    }

    @Open
    @PostMapping("/hooks/stripe/{key}")
    ResponseEntity<Void> take(@PathVariable String key, HttpServletRequest request) throws IOException {
        Optional<byte[]> body = HookBody.read(request);
        if (body.isEmpty()) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        String signature = Objects.requireNonNullElse(request.getHeader(SIGNATURE), "");
        HttpStatus status = HotmartController.status(intake.stripe(key, signature, body.get()));
        return ResponseEntity.status(status).build();
    }
}
