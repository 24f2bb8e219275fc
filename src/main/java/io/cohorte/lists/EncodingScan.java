package io.cohorte.lists;

import java.io.IOException;
import java.io.InputStream;

/**
 * Finds the encoding of a list from all of its bytes: a mark decides; else zeros in every other byte show UTF-16; else it
 * is UTF-8 if that is what it holds, and Windows-1252 if not.
 *
 * <p>A few bad bytes in a text that is clearly UTF-8 do not turn it into Windows-1252, which would bend every name in it:
 * the lines that hold them are refused. It is clearly UTF-8 if more sequences of several bytes are sound than bytes are
 * bad; in Windows-1252 nearly every accent is a bad byte, and hardly ever do two letters look like such a sequence.
 */
final class EncodingScan {

    private static final int BUFFER = 1 << 13;

    private long length;
    private long zerosAtEven;
    private long zerosAtOdd;
    private long sound;
    private long bad;

    /** Bytes that the sequence begun still lacks, and what the next of them may be. */
    private int lacking;

    private int lowest = 0x80;
    private int highest = 0xBF;

    private EncodingScan() {}

    static Encoding of(Source source) throws IOException {
        try (InputStream in = source.open()) {
            byte[] head = in.readNBytes(3);
            if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
                return Encoding.UTF_8;
            }
            if (startsWith(head, 0xFF, 0xFE)) {
                return Encoding.UTF_16LE;
            }
            if (startsWith(head, 0xFE, 0xFF)) {
                return Encoding.UTF_16BE;
            }
            EncodingScan scan = new EncodingScan();
            scan.look(head, head.length);
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                scan.look(buffer, read);
            }
            return scan.verdict();
        }
    }

    private static boolean startsWith(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private void look(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            int it = bytes[i];
            if (it <= 0 || lacking > 0) {
                if (it == 0) {
                    countZero(length + i);
                }
                look(it & 0xFF);
            }
        }
        length += count;
    }

    private void countZero(long at) {
        if (at % 2 == 0) {
            zerosAtEven++;
        } else {
            zerosAtOdd++;
        }
    }

    private void look(int it) {
        if (lacking > 0) {
            if (it >= lowest && it <= highest) {
                lacking--;
                sound += lacking == 0 ? 1 : 0;
                expect(lacking, 0x80, 0xBF);
                return;
            }
            bad++;
            lacking = 0;
        }
        begin(it);
    }

    private void begin(int it) {
        if (it >= 0xC2 && it <= 0xDF) {
            expect(1, 0x80, 0xBF);
        } else if (it >= 0xE0 && it <= 0xEF) {
            expect(2, it == 0xE0 ? 0xA0 : 0x80, it == 0xED ? 0x9F : 0xBF);
        } else if (it >= 0xF0 && it <= 0xF4) {
            expect(3, it == 0xF0 ? 0x90 : 0x80, it == 0xF4 ? 0x8F : 0xBF);
        } else if (it >= 0x80) {
            bad++;
        }
    }

    private void expect(int count, int from, int to) {
        lacking = count;
        lowest = from;
        highest = to;
    }

    private Encoding verdict() {
        long pairs = length / 2;
        if (zerosAtOdd > pairs / 3 && zerosAtOdd > 10 * zerosAtEven) {
            return Encoding.UTF_16LE;
        }
        if (zerosAtEven > pairs / 3 && zerosAtEven > 10 * zerosAtOdd) {
            return Encoding.UTF_16BE;
        }
        bad += lacking > 0 ? 1 : 0;
        return bad == 0 || sound > bad ? Encoding.UTF_8 : Encoding.WINDOWS_1252;
    }
}
