package io.cohorte.content;

import io.cohorte.shared.RuleViolation;

/** The text of a page is longer than it can be. */
public class TextTooLong extends RuleViolation {

    TextTooLong(int longest) {
        super("content.text-too-long", "text", longest);
    }
}
