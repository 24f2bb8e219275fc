package io.cohorte.content;

/**
 * A number of bytes as people read it.
 *
 * @param unit one of B, KB, MB, GB and TB, each 1,024 of the one before; the same in every language
 */
public record FileSize(double amount, String unit) {

    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};
    private static final int STEP = 1024;

    public static FileSize of(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= STEP && unit < UNITS.length - 1) {
            amount /= STEP;
            unit++;
        }
        return new FileSize(amount, UNITS[unit]);
    }
}
