package io.cohorte.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Answers with a file of a page, or the parts of it that were asked for. Whoever calls it has found out that the visitor
 * may have the file: browsers ask each time anew, since that may change.
 */
@Component
public class FileDelivery {

    /** Opened by itself, a file runs no script and is of no origin: people made it, not the program. */
    private static final String POLICY =
            "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

    private static final String IN_BYTES = "bytes=";

    private final FileStore store;

    FileDelivery(FileStore store) {
        this.store = store;
    }

    /**
     * @param asked the headers of the request
     * @throws io.cohorte.shared.NotFound if the file is not on the disk
     */
    public ResponseEntity<Resource> answer(PageFileView file, HttpMethod method, HttpHeaders asked) {
        Resource content = store.read(file.id());
        String tag = '"' + file.id().toString() + '"';
        HttpHeaders headers = headers(file, tag);
        if (isKnown(asked.getIfNoneMatch(), tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .headers(headers)
                    .build();
        } else if (method == HttpMethod.HEAD) {
            return ResponseEntity.ok()
                    .headers(headers)
                    .contentType(type(file))
                    .contentLength(file.bytes())
                    .build();
        } else if (!asksForParts(asked, tag)) {
            return whole(file, headers, content);
        } else if (!hasParts(asked, content)) {
            return ResponseEntity.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .headers(headers)
                    .header(HttpHeaders.CONTENT_RANGE, "bytes */" + file.bytes())
                    .build();
        }
        // Spring cuts the parts out of it.
        return ResponseEntity.ok().headers(headers).contentType(type(file)).body(content);
    }

    private static HttpHeaders headers(PageFileView file, String tag) {
        HttpHeaders headers = new HttpHeaders();
        headers.setETag(tag);
        headers.setCacheControl(CacheControl.noCache().cachePrivate());
        headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        boolean saved = file.kind() == FileKind.ATTACHMENT;
        headers.setContentDisposition((saved ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build());
        return headers;
    }

    private static MediaType type(PageFileView file) {
        return MediaType.parseMediaType(file.mediaType());
    }

    private static boolean isKnown(List<String> tags, String tag) {
        return tags.contains("*") || tags.contains(tag) || tags.contains("W/" + tag);
    }

    /** A range is of the file that the client has a part of: what it names with it is that file, or all is sent. */
    private static boolean asksForParts(HttpHeaders asked, String tag) {
        @Nullable String range = asked.getFirst(HttpHeaders.RANGE);
        @Nullable String ifRange = asked.getFirst(HttpHeaders.IF_RANGE);
        return range != null && range.startsWith(IN_BYTES) && (ifRange == null || ifRange.equals(tag));
    }

    private static boolean hasParts(HttpHeaders asked, Resource content) {
        try {
            return !HttpRange.toResourceRegions(asked.getRange(), content).isEmpty();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** As a stream, of which Spring, which knows no If-Range, cuts no parts. */
    private static ResponseEntity<Resource> whole(PageFileView file, HttpHeaders headers, Resource content) {
        try {
            return ResponseEntity.ok()
                    .headers(headers)
                    .contentType(type(file))
                    .contentLength(file.bytes())
                    .body(new InputStreamResource(content.getInputStream()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
