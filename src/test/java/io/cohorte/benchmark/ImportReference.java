package io.cohorte.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cohorte.shared.Ids;
import io.cohorte.support.World.TestProduct;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.core.io.ClassPathResource;

/** The rows of an import, written by fixed SQL in one transaction. */
final class ImportReference {

    private final DataSource database;

    ImportReference(DataSource database) {
        this.database = database;
    }

    /**
     * Brings the people of a list in.
     *
     * @param list lines {@code name;email;date}, dates as ISO 8601
     * @return how long it took, in ms
     */
    double bringIn(TestProduct product, byte[] list) throws SQLException, IOException {
        String write = new ClassPathResource("benchmark/imports.sql").getContentAsString(UTF_8);
        for (Map.Entry<String, UUID> value : Map.of(
                        ":product", product.ref().id().value(),
                        ":area", product.area().id().value(),
                        ":group", product.firstGroup().value(),
                        ":import", Ids.next(),
                        ":actor", product.area().owner().id().value())
                .entrySet()) {
            write = write.replaceAll(value.getKey() + "\\b", "'" + value.getValue() + "'");
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET statement_timeout = 0");
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            statement.execute("CREATE TEMPORARY TABLE incoming (line integer GENERATED ALWAYS AS IDENTITY, "
                    + "name text NOT NULL, email text NOT NULL COLLATE \"C\", anchor date NOT NULL) ON COMMIT DROP");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY incoming (name, email, anchor) FROM STDIN (FORMAT csv, DELIMITER ';')",
                            new ByteArrayInputStream(list));
            statement.execute(write);
            connection.commit();
            double took = (System.nanoTime() - start) / 1e6;
            connection.setAutoCommit(true);
            statement.execute("RESET statement_timeout");
            return took;
        }
    }
}
