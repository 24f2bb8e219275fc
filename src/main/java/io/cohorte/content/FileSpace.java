package io.cohorte.content;

/**
 * What the files of an area take, in bytes. One that several pages share counts once.
 *
 * @param total what they may take at most
 */
public record FileSpace(long used, long total) {

    /** 0 where the files take more than they may now. */
    public long left() {
        return Math.max(0, total - used);
    }

    /** @throws FileQuotaExceeded if so many more bytes are too many */
    void require(long bytes) {
        if (bytes > left()) {
            throw new FileQuotaExceeded(left(), bytes);
        }
    }
}
