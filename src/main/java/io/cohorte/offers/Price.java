package io.cohorte.offers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of money.
 *
 * @param minor in the smallest unit of the currency, not negative: 4990 are 49.90 US dollars, or 4990 Chilean pesos
 */
public record Price(long minor, Currency currency) {

    private static final Pattern TYPED = Pattern.compile("(\\d{1,9})(?:[.,](\\d{1,4}))?");

    public Price {
        if (minor < 0) {
            throw new IllegalArgumentException("a negative price");
        }
    }

    /**
     * Reads an amount as somebody typed it: digits and, behind a point or comma, no more decimals than the currency
     * has. Thousands are not set off, because in half the world {@code 1.234} is a thousand and in the other half it
     * is not.
     *
     * @throws InvalidPrice if it is not such an amount
     */
    public static Price of(String typed, Currency currency) {
        Matcher amount = TYPED.matcher(typed.strip());
        int digits = currency.getDefaultFractionDigits();
        if (!amount.matches() || (amount.group(2) != null && amount.group(2).length() > digits)) {
            throw new InvalidPrice(currency.getCurrencyCode(), digits);
        }
        String decimals = amount.group(2) == null ? "0" : amount.group(2);
        BigDecimal value = new BigDecimal(amount.group(1) + "." + decimals);
        return new Price(value.movePointRight(digits).longValueExact(), currency);
    }

    /**
     * What is left of it, rounded half up to the smallest unit.
     *
     * @param percent taken off, 0 to 100
     */
    public Price less(int percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("not a percentage");
        }
        long left = BigDecimal.valueOf(minor)
                .multiply(BigDecimal.valueOf(100L - percent))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                .longValueExact();
        return new Price(left, currency);
    }

    /** Whether there is nothing to pay. */
    public boolean isFree() {
        return minor == 0;
    }

    /** Plain digits with a point. */
    public String plain() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
    }

    /** As a form shows it for editing in that language: plain digits, with its sign before the decimals. */
    public String plain(Locale locale) {
        char sign = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        return plain().replace('.', sign);
    }

    /** As a reader of that language expects it, with the currency. */
    public String format(Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return format.format(BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()));
    }
}
