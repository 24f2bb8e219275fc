package io.cohorte.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A room's door for commands. Each method is one transaction that holds together or does nothing; a deadlock, a
 * serialisation failure or a race on a key is tried again up to three times, outside the transaction.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Service
@Transactional
@Retryable(
        includes = {ConcurrencyFailureException.class, DataIntegrityViolationException.class},
        predicate = OutsideTransaction.class,
        maxRetries = 3,
        delay = 20,
        jitter = 20)
public @interface CommandService {}
