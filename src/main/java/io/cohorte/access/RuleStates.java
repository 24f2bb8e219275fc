package io.cohorte.access;

import io.cohorte.shared.ProductId;
import io.cohorte.shared.ValidityPeriods;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The history of the rules of modules and pages. */
@Component
class RuleStates {

    private final ValidityPeriods periods;
    private final Clock clock;

    RuleStates(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.periods = new ValidityPeriods("rule_states", jdbc, json);
        this.clock = clock;
    }

    /** @param rules as they are from now on; null once what they were of is gone */
    void record(ProductId product, UUID subject, @Nullable Rules rules) {
        periods.record(product, subject, rules == null ? null : state(rules), clock.instant());
    }

    /** Rules by names and ids, in an order that does not depend on chance. */
    static Map<String, ?> state(Rules rules) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("audience", RuleRows.name(rules.audience()));
        if (rules.audience() instanceof Audience.Chosen chosen) {
            state.put(
                    "groups",
                    chosen.groups().stream()
                            .map(it -> it.value().toString())
                            .sorted()
                            .toList());
        }
        rules.schedules().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(it -> it.value().toString())))
                .forEach(it -> state.put(it.getKey().toString(), words(it.getValue())));
        return state;
    }

    private static Map<String, String> words(Schedule schedule) {
        Map<String, String> words = new LinkedHashMap<>();
        RuleRows.columns(schedule).forEach((name, value) -> words.put(name, value.toString()));
        return words;
    }
}
