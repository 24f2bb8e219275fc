package io.cohorte.lists;

import io.cohorte.accounts.EmailAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The lines in which addresses stood first. Of an address it keeps 128 bits of its SHA-256, by which two are never taken for
 * one: 25 MB for 1,000,000 of them, where a map of texts takes 150.
 */
final class SeenAddresses {

    private final MessageDigest digest;
    private final long[] digests;
    private final int[] lines;
    private int kept;

    /** @param most addresses that will be added */
    SeenAddresses(int most) {
        int places = Math.max(16, most + most / 4);
        digests = new long[2 * places];
        lines = new int[places];
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Keeps an address, if it is new.
     *
     * @return the line in which it stood first; this one for a new address
     */
    int first(EmailAddress address, int line) {
        ByteBuffer sum = ByteBuffer.wrap(digest.digest(address.value().getBytes(StandardCharsets.US_ASCII)));
        long high = sum.getLong();
        long low = sum.getLong();
        int place = (int) Long.remainderUnsigned(high, lines.length);
        while (lines[place] != 0) {
            if (digests[2 * place] == high && digests[2 * place + 1] == low) {
                return lines[place];
            }
            place = place + 1 == lines.length ? 0 : place + 1;
        }
        if (++kept == lines.length) {
            throw new IllegalStateException("the list is not the one that was examined");
        }
        digests[2 * place] = high;
        digests[2 * place + 1] = low;
        lines[place] = line;
        return line;
    }
}
