package io.cohorte.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an area's providers report to.
 *
 * @param address absolute; who knows it and the token can report purchases
 * @param madeAt since when it is the address
 * @param tokenSet whether there is a token to ask of Hotmart; without, whatever comes is refused
 * @param pausedAt since when what comes in is not worked on; null while it is
 * @param version for the forms that change it
 */
public record HookView(
        String address,
        Instant madeAt,
        boolean tokenSet,
        @Nullable Instant pausedAt,
        long version) {}
