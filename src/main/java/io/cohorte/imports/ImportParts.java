package io.cohorte.imports;

import io.cohorte.lists.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists as they came, byte by byte, in parts of which one at a time is in memory. */
@Component
class ImportParts {

    private static final int PART = 512 * 1024;

    private final JdbcClient jdbc;

    ImportParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void store(ImportKey key, Source list) throws IOException {
        try (InputStream content = list.open()) {
            store(key, content);
        }
    }

    private void store(ImportKey key, InputStream content) throws IOException {
        int part = 1;
        for (byte[] bytes = content.readNBytes(PART); bytes.length > 0; bytes = content.readNBytes(PART)) {
            jdbc.sql(
                            "INSERT INTO import_parts (product_id, import_id, part, bytes) VALUES (:product, :import, :part, :bytes)")
                    .param("product", key.productId())
                    .param("import", key.importId())
                    .param("part", part++)
                    .param("bytes", bytes)
                    .update();
        }
    }

    void delete(ImportKey key) {
        jdbc.sql("DELETE FROM import_parts WHERE product_id = :product AND import_id = :import")
                .param("product", key.productId())
                .param("import", key.importId())
                .update();
    }

    /** What was stored; nothing once it is deleted. */
    Source source(ImportKey key) {
        return () -> new SequenceInputStream(new Parts(key));
    }

    private Optional<byte[]> bytes(ImportKey key, int part) {
        return jdbc.sql("SELECT bytes FROM import_parts "
                        + "WHERE product_id = :product AND import_id = :import AND part = :part")
                .param("product", key.productId())
                .param("import", key.importId())
                .param("part", part)
                .query((row, number) -> row.getBytes("bytes"))
                .optional();
    }

    private final class Parts implements Enumeration<InputStream> {

        private final ImportKey key;
        private int part = 1;
        private byte @Nullable [] next;

        private Parts(ImportKey key) {
            this.key = key;
            this.next = bytes(key, part).orElse(null);
        }

        @Override
        public boolean hasMoreElements() {
            return next != null;
        }

        @Override
        public InputStream nextElement() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            InputStream present = new ByteArrayInputStream(next);
            next = bytes(key, ++part).orElse(null);
            return present;
        }
    }
}
