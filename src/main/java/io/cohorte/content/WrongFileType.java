package io.cohorte.content;

import io.cohorte.shared.RuleViolation;

/** What was sent is, by what it holds, no picture or no video that browsers show. */
public class WrongFileType extends RuleViolation {

    private WrongFileType(String code) {
        super(code, "file");
    }

    static WrongFileType noImage() {
        return new WrongFileType("content.files.no-image");
    }

    static WrongFileType noVideo() {
        return new WrongFileType("content.files.no-video");
    }
}
