package io.cohorte.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test in a browser, which its methods take as a parameter: one process for all tests of the class. Without a
 * browser on this machine the class is skipped, but fails where CI=true. A test fails when the browser's console has
 * an error or a report of the content security policy that it did not expect.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserExtension.class)
@interface BrowserTest {

    /** Whether pages may run scripts. */
    boolean javaScript() default true;
}
