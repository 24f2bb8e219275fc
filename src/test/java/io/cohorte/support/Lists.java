package io.cohorte.support;

import io.cohorte.groups.GroupId;
import io.cohorte.imports.ImportId;
import io.cohorte.imports.Imports.Upload;
import io.cohorte.lists.Choices;
import io.cohorte.lists.DateOrder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Lists to be imported. */
public final class Lists {

    /** The day of purchase of lines without one. */
    public static final LocalDate DEFAULT = LocalDate.of(2026, 1, 15);

    private Lists() {}

    /** Text as somebody pastes it, dates usually with the day first. */
    public static Upload pasted(GroupId group, String text) {
        return pasted(ImportId.next(), group, text);
    }

    public static Upload pasted(ImportId id, GroupId group, String text) {
        return file(id, null, group, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Upload file(ImportId id, String name, GroupId group, byte[] bytes) {
        return new Upload(
                id, name, () -> new ByteArrayInputStream(bytes), group, DEFAULT, Choices.NONE, DateOrder.DAY_FIRST);
    }
}
