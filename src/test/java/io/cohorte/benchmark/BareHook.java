package io.cohorte.benchmark;

import io.cohorte.shared.Ids;
import io.cohorte.web.Open;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The reference: the same server, behind the same filters, that inserts the bytes it gets in one statement. */
@Controller
@TestComponent
class BareHook {

    static final String PATH = "/hooks/bare";

    private final JdbcClient jdbc;

    BareHook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Open
    @PostMapping(PATH)
    ResponseEntity<Void> take(@RequestBody byte[] body) {
        jdbc.sql("INSERT INTO bare_hooks (entry_id, received_at, body) VALUES (:entry, :now, :body)")
                .param("entry", Ids.next())
                .param("now", Timestamp.from(Instant.now()))
                .param("body", body)
                .update();
        return ResponseEntity.ok().build();
    }
}
