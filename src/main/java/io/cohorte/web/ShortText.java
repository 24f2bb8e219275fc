package io.cohorte.web;

import io.cohorte.shared.PlainText;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A name or the like: once tidy, from 1 to so many characters. Spaces of whatever kind alone are none. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Constraint(validatedBy = ShortText.Validator.class)
public @interface ShortText {

    /** The most characters it may have. */
    int max();

    /** Whether it may be left empty. */
    boolean optional() default false;

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<ShortText, String> {

        private int max;
        private boolean optional;

        @Override
        public void initialize(ShortText constraint) {
            max = constraint.max();
            optional = constraint.optional();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            int length = text == null ? 0 : PlainText.length(PlainText.tidy(text));
            return (optional || length >= 1) && length <= max;
        }
    }
}
