package io.cohorte.lists;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a list, one after the other, whatever ends them: CRLF, CR or LF, also mixed. Neither the list nor a very long
 * line is ever in memory as a whole.
 */
final class Lines implements Closeable {

    /** Characters a line may have. Of a longer one, so many and one more are given, so that it is seen to be too long. */
    static final int LONGEST = 10_000;

    /** Stands for what is no character in the encoding, and for NUL, which a database can't keep. */
    static final char LOST = '\uFFFD';

    private static final char MARK = '\uFEFF';

    private final Reader in;
    private final char[] buffer = new char[1 << 13];
    private final StringBuilder line = new StringBuilder();
    private int at;
    private int end;
    private int number;

    Lines(Source source, Encoding encoding) throws IOException {
        in = new InputStreamReader(source.open(), encoding.charset());
    }

    /** Without its end, and the first without the mark of the encoding; null behind the last. */
    @Nullable
    String next() throws IOException {
        line.setLength(0);
        if (number == 0 && fill() && buffer[at] == MARK) {
            at++;
        }
        if (!fill()) {
            return null;
        }
        number++;
        boolean more = true;
        while (more && fill()) {
            int from = at;
            while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            line.append(buffer, from, Math.min(at - from, LONGEST + 1 - line.length()));
            more = at == end;
        }
        if (!more && buffer[at++] == '\r' && fill() && buffer[at] == '\n') {
            at++;
        }
        return text();
    }

    /** The number of the line given last, counted from 1. */
    int number() {
        return number;
    }

    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer));
        }
        return end > 0;
    }

    private String text() {
        int last = line.length() - 1;
        if (last == LONGEST && Character.isHighSurrogate(line.charAt(last))) {
            line.setCharAt(last, LOST);
        }
        return line.toString().replace('\0', LOST);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
