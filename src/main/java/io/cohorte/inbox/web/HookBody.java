package io.cohorte.inbox.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Takes in what a provider sends, up to a bound, whatever it says it is. */
final class HookBody {

    /** Of a body, unpacked. */
    static final int MOST_BYTES = 1024 * 1024;

    private HookBody() {}

    /** @return empty if it is larger than the bound */
    static Optional<byte[]> read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            return Optional.empty();
        }
        byte[] sent = request.getInputStream().readNBytes(MOST_BYTES + 1);
        byte[] body = "gzip".equalsIgnoreCase(request.getHeader("Content-Encoding")) ? unpack(sent) : sent;
        return body.length > MOST_BYTES ? Optional.empty() : Optional.of(body);
    }

    /** What says it is packed and is not, is taken as it came. */
    private static byte[] unpack(byte[] sent) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            return in.readNBytes(MOST_BYTES + 1);
        } catch (ZipException | EOFException notPacked) {
            return sent;
        }
    }
}
