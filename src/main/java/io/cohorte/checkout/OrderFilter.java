package io.cohorte.checkout;

import org.jspecify.annotations.Nullable;

/**
 * Which orders of an area are asked for.
 *
 * @param state null for all
 * @param text words of a name or address, or an order's number; empty for none
 */
public record OrderFilter(@Nullable OrderState state, String text) {

    public boolean narrows() {
        return state != null || !text.isBlank();
    }
}
