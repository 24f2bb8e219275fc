package io.cohorte.content.web;

import io.cohorte.web.AreaPass;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How a copy is called: like its original, and marked as a copy in the language of the area. */
@Component
class CopyTitles {

    private static final int LONGEST = 200;

    private final MessageSource messages;

    CopyTitles(MessageSource messages) {
        this.messages = messages;
    }

    /** @return at most 200 characters: a long title loses its end, not the mark */
    String of(String original, AreaPass area) {
        int room = LONGEST - marked("", area).length();
        int[] kept = original.codePoints().limit(room).toArray();
        return marked(new String(kept, 0, kept.length).strip(), area);
    }

    private String marked(String title, AreaPass area) {
        return messages.getMessage("content.copy", new Object[] {title}, area.locale());
    }
}
