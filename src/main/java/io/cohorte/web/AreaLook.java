package io.cohorte.web;

import org.jspecify.annotations.Nullable;

/**
 * What an area puts over the looks of the program, as paths from its root; each may be kept for ever, because another
 * look has another path.
 *
 * @param stylesheet null for the program's own colour
 * @param logo null for none
 */
public record AreaLook(
        @Nullable String stylesheet, @Nullable String logo) {}
