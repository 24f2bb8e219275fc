package io.cohorte.progress;

import io.cohorte.shared.ProductId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Keeps for some minutes what takes long to count; what does not is counted anew each time. Each node has its own: they
 * differ by minutes at most, and say when they counted.
 */
@Component
class KeptCountings {

    static final Duration KEPT = Duration.ofMinutes(5);

    private final Map<ProductId, Counting> kept = new ConcurrentHashMap<>();
    private final Clock clock;

    KeptCountings(Clock clock) {
        this.clock = clock;
    }

    Counting of(ProductId product, Supplier<Counting> count) {
        Instant oldest = clock.instant().minus(KEPT);
        kept.values().removeIf(it -> it.at().isBefore(oldest));
        Counting known = kept.get(product);
        if (known != null) {
            return known;
        }
        Counting counting = count.get();
        if (counting.isLong()) {
            kept.put(product, counting);
        }
        return counting;
    }
}
