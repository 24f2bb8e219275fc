package io.cohorte.access.web;

import java.io.UnsupportedEncodingException;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

/** What an answer has to read. */
final class Shown {

    private Shown() {}

    static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without tags, its spaces as one sees them. */
    static String text(MvcTestResult result) {
        return HtmlUtils.htmlUnescape(body(result).replaceAll("<[^>]*>", "")).replaceAll("\\s+", " ");
    }
}
