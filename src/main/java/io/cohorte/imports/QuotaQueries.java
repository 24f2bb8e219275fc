package io.cohorte.imports;

import io.cohorte.shared.AreaId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of the quotas of areas. */
@Service
public class QuotaQueries {

    private final JdbcClient jdbc;

    QuotaQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Quota of(AreaId area) {
        return jdbc.sql("SELECT * FROM import_quotas WHERE area_id = :area")
                .param("area", area.value())
                .query(QuotaLedger::quota)
                .single();
    }
}
