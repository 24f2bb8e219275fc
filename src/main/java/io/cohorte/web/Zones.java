package io.cohorte.web;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The time zones a form offers: regions with a city, and UTC. */
public final class Zones {

    private static final Pattern REGION =
            Pattern.compile("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC");
    private static final Set<String> ALL = regions();

    private Zones() {}

    public static Set<String> all() {
        return ALL;
    }

    /** The zone of a name, where it is one of them. */
    public static Optional<ZoneId> find(@Nullable String name) {
        return Optional.ofNullable(name).filter(ALL::contains).map(ZoneId::of);
    }

    private static Set<String> regions() {
        Set<String> names = new TreeSet<>();
        for (String name : ZoneId.getAvailableZoneIds()) {
            if (REGION.matcher(name).matches()) {
                names.add(name);
            }
        }
        return names;
    }
}
