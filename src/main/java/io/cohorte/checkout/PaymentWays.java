package io.cohorte.checkout;

import io.cohorte.offers.Price;
import io.cohorte.shared.PlainText;
import io.cohorte.shared.Sha256;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How an area is paid, and on which terms it sells.
 *
 * @param free whether what costs nothing can be had
 * @param stripe whether cards are taken, as far as the installation can
 * @param instructions how to pay by hand, 1 to 4,000 characters in lines; null for none
 * @param terms 1 to 20,000 characters in lines; null for none
 */
public record PaymentWays(
        boolean free,
        boolean manual,
        boolean stripe,
        @Nullable String instructions,
        @Nullable String terms) {

    public static final int LONGEST_INSTRUCTIONS = 4_000;
    public static final int LONGEST_TERMS = 20_000;

    private static final int MARK_BYTES = 8;

    /** Nothing is sold until an owner says how. */
    public static final PaymentWays NONE = new PaymentWays(false, false, false, null, null);

    /** @throws InstructionsMissing if nobody could know how to pay by hand */
    public PaymentWays {
        instructions = lines(instructions, LONGEST_INSTRUCTIONS);
        terms = lines(terms, LONGEST_TERMS);
        if (manual && instructions == null) {
            throw new InstructionsMissing();
        }
    }

    private static @Nullable String lines(@Nullable String typed, int longest) {
        if (typed == null) {
            return null;
        }
        String text = typed.lines()
                .map(PlainText::tidy)
                .collect(Collectors.joining("\n"))
                .strip();
        if (PlainText.length(text) > longest) {
            throw new IllegalArgumentException("more than " + longest + " characters");
        }
        return text.isEmpty() ? null : text;
    }

    /** The ways in which a price can be paid, the one to propose first. */
    List<PaymentMethod> of(Price price, boolean stripeWorks) {
        if (price.minor() == 0) {
            return free ? List.of(PaymentMethod.FREE) : List.of();
        }
        List<PaymentMethod> ways = new ArrayList<>();
        if (stripe && stripeWorks) {
            ways.add(PaymentMethod.STRIPE);
        }
        if (manual) {
            ways.add(PaymentMethod.MANUAL);
        }
        return ways;
    }

    /** Under what the terms are kept; null for none. */
    byte @Nullable [] termsHash() {
        return terms == null ? null : Sha256.of(terms);
    }

    /** Differs for other terms; empty for none. */
    String termsMark() {
        return terms == null ? "" : mark(terms);
    }

    private static String mark(String text) {
        return HexFormat.of().formatHex(Sha256.of(text), 0, MARK_BYTES);
    }

    Map<String, ?> asMap() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("payFree", free);
        values.put("payManual", manual);
        values.put("payStripe", stripe);
        if (instructions != null) {
            // As a mark of the text alone: it may well name whose bank account it is.
            values.put("payInstructions", mark(instructions));
        }
        if (terms != null) {
            values.put("saleTerms", termsMark());
        }
        return values;
    }
}
