package io.cohorte.imports;

import io.cohorte.lists.Findings;
import io.cohorte.lists.Source;
import io.cohorte.shared.ProductId;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The door for reads of lists: what they came as, and what they were found to be like. */
@Service
public class PreviewQueries {

    private final ImportReadings readings;
    private final ImportParts parts;

    PreviewQueries(ImportReadings readings, ImportParts parts) {
        this.readings = readings;
        this.parts = parts;
    }

    /** The list as it came; nothing in it once it was deleted, 30 days after. */
    public Source original(ProductId product, ImportId id) {
        return parts.source(ImportKey.of(product, id));
    }

    /** Empty if the list could not be read to its end. */
    public Optional<Findings> findings(ProductId product, ImportId id) {
        return readings.findings(ImportKey.of(product, id));
    }
}
