package io.cohorte.content;

import java.text.Normalizer;
import java.time.Instant;

/**
 * A file of a page.
 *
 * @param name as it is shown and saved
 * @param mediaType what it is, found by its content
 */
public record PageFileView(FileId id, FileKind kind, String name, long bytes, String mediaType, Instant createdAt) {

    public FileSize size() {
        return FileSize.of(bytes);
    }

    /** Below the files of its page. The name in it is for who reads the address: the id alone decides. */
    public String path() {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceAll("^[.-]+|[.-]+$", "");
        return plain.isEmpty() ? id.toString() : id + "/" + plain;
    }

    /** What shows an image in the text of its page. */
    public String markdown() {
        int dot = name.lastIndexOf('.');
        String words = (dot > 0 ? name.substring(0, dot) : name).replaceAll("[\\[\\]\\\\<>*_`!]", " ");
        return "![" + words.strip() + "](files/" + id + ")";
    }
}
