package io.cohorte.areas;

import io.cohorte.web.AreaLook;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads how an area looks from a row with its {@code colour} and its {@code logo_id}, which may be null. */
public final class AreaLooks {

    private AreaLooks() {}

    public static AreaLook of(ResultSet row) throws SQLException {
        String stylesheet = AreaStyle.path(new Colour(row.getString("colour"))).orElse(null);
        return new AreaLook(stylesheet, LogoImage.path(row));
    }
}
