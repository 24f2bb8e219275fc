package io.cohorte.areas;

import io.cohorte.shared.Language;
import io.cohorte.shared.PlainText;
import java.time.ZoneId;

/**
 * What an area tells of itself.
 *
 * @param name tidy, 1 to 200 characters
 */
public record AreaDescription(
        String name, Slug slug, Language language, ZoneId zone, Colour colour, MailSignature signature) {

    private static final int LONGEST_NAME = 200;

    public AreaDescription {
        PlainText.requireName(name, LONGEST_NAME);
    }
}
