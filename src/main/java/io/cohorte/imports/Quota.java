package io.cohorte.imports;

import org.jspecify.annotations.Nullable;

/**
 * How many students imports may newly enrol in an area (product.md D12).
 *
 * @param base what the operator allows, from 0 to {@link #LARGEST}; null for no limit
 * @param credits what sales add to it, as many as count at the moment
 * @param used students enrolled by imports that ended, and not taken back
 * @param reserved students that imports under way may still enrol
 * @param version counts how often the operator set it
 */
public record Quota(@Nullable Integer base, int credits, long used, long reserved, long version) {

    /** The most the operator can allow in numbers. */
    public static final int LARGEST = 1_000_000_000;

    public Quota {
        if (base != null && (base < 0 || base > LARGEST)) {
            throw new InvalidQuota();
        }
    }

    /**
     * Reads a limit as somebody typed it.
     *
     * @throws InvalidQuota if it is no whole number from 0 to {@link #LARGEST}, in digits alone
     */
    public static int readBase(String typed) {
        String digits = typed.strip();
        if (!digits.matches("[0-9]{1,10}") || Long.parseLong(digits) > LARGEST) {
            throw new InvalidQuota();
        }
        return Integer.parseInt(digits);
    }

    public boolean unlimited() {
        return base == null;
    }

    /** All that imports may ever enrol; null for no limit. */
    public @Nullable Long total() {
        return base == null ? null : (long) base + credits;
    }

    /** How many more imports may enrol, 0 even where more was used than is allowed now; null for no limit. */
    public @Nullable Long remaining() {
        return base == null ? null : Math.max(0, (long) base + credits - used - reserved);
    }

    /** Whether an import of that many new students may begin; one of none always may. */
    public boolean covers(int newStudents) {
        Long remaining = remaining();
        return remaining == null || newStudents == 0 || newStudents <= remaining;
    }

    /** As it would be with an import of that many new students under way, whether it is covered or not. */
    public Quota after(int newStudents) {
        return new Quota(base, credits, used, reserved + newStudents, version);
    }

    /** @throws QuotaExceeded if it does not cover them */
    Quota reserve(int newStudents) {
        if (!covers(newStudents)) {
            throw new QuotaExceeded(remaining(), newStudents);
        }
        return after(newStudents);
    }

    /** @param enrolled may be more than was reserved: they are in, so they count */
    Quota settle(int wereReserved, int enrolled) {
        return new Quota(base, credits, used + enrolled, reserved - wereReserved, version);
    }

    Quota giveBack(int students) {
        return new Quota(base, credits, used - students, reserved, version);
    }

    Quota setTo(@Nullable Integer newBase) {
        return new Quota(newBase, credits, used, reserved, version + 1);
    }
}
