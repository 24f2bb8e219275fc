package io.cohorte.catalog;

import java.time.ZoneId;

/**
 * Says how many pages open or close at once if a product counts its days in another zone (product.md D9); the room that
 * decides access answers.
 */
public interface ZoneForecast {

    /**
     * Pages that change for at least one student.
     *
     * @param opening closed to somebody now, and open to them in the other zone
     * @param closing open to somebody now, and closed to them in the other zone
     */
    record Turning(int opening, int closing) {

        public static final Turning NONE = new Turning(0, 0);

        public boolean isNone() {
            return opening == 0 && closing == 0;
        }
    }

    Turning ofZone(ProductView product, ZoneId zone);
}
