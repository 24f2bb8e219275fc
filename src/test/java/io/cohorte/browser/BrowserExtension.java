package io.cohorte.browser;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Opens a browser for a class, hands it to its methods, and reads the console behind each of them. */
class BrowserExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);
    private static final String MISSING = "there is no Chromium with its chromedriver on the PATH";

    private static final Optional<Executables> EXECUTABLES = Executables.find();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (EXECUTABLES.isPresent()) {
            return ConditionEvaluationResult.enabled("there is a browser");
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(MISSING);
        }
        System.out.println(context.getDisplayName() + " is SKIPPED: " + MISSING);
        return ConditionEvaluationResult.disabled(MISSING);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return browser(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Browser browser = browser(context);
        if (context.getExecutionException().isPresent()) {
            browser.recordFailure(context.getRequiredTestClass().getSimpleName() + "-"
                    + context.getRequiredTestMethod().getName());
        }
        browser.assertConsoleIsClean();
    }

    /** Kept with the class, and closed when the last of its tests is done. */
    private static Browser browser(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        ExtensionContext ofClass =
                context.getTestMethod().isPresent() ? context.getParent().orElseThrow() : context;
        boolean javaScript = testClass.getAnnotation(BrowserTest.class).javaScript();
        return ofClass.getStore(NAMESPACE)
                .computeIfAbsent(
                        Browser.class, it -> Browser.start(EXECUTABLES.orElseThrow(), javaScript), Browser.class);
    }
}
