package io.cohorte.shared;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A command would break a rule, so nothing was changed. Each rule has its own subclass; the web says it in the
 * visitor's language, beside the field where there is one.
 */
public abstract class RuleViolation extends RuntimeException {

    private final String code;
    private final @Nullable String field;
    private final transient Object[] arguments;

    /**
     * @param code the key of its message
     * @param field the form field it concerns, null for the command as a whole
     * @param arguments for the message
     */
    protected RuleViolation(String code, @Nullable String field, Object... arguments) {
        super(code);
        this.code = code;
        this.field = field;
        this.arguments = arguments;
    }

    public String code() {
        return code;
    }

    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    public Object[] arguments() {
        return arguments;
    }
}
