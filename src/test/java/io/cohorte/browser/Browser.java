package io.cohorte.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.springframework.util.FileSystemUtils;

/** A headless Chromium that asks for Spanish, with a profile of its own. */
final class Browser extends Part implements AutoCloseable {

    private static final Path FAILURES = Path.of("target", "screenshots");

    private static final String SCHEME = "return document.documentElement.getAttribute('data-bs-theme')";

    private final ChromeDriver chrome;
    private final Path profile;
    private final Set<Integer> expectedStatuses = new HashSet<>();
    private String site = "";

    private Browser(ChromeDriver chrome, Path profile) {
        super(chrome, () -> chrome);
        this.chrome = chrome;
        this.profile = profile;
    }

    static Browser start(Executables executables, boolean javaScript) {
        try {
            Path profile = Files.createTempDirectory("cohorte-browser-");
            ChromeOptions options = new ChromeOptions();
            options.setBinary(executables.browser());
            options.addArguments(
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--force-prefers-reduced-motion",
                    "--window-size=1280,900",
                    "--user-data-dir=" + profile);
            options.setExperimentalOption(
                    "prefs",
                    Map.of(
                            "intl.accept_languages",
                            "es",
                            "credentials_enable_service",
                            false,
                            "profile.default_content_setting_values.javascript",
                            javaScript ? 1 : 2));
            LoggingPreferences console = new LoggingPreferences();
            console.enable(LogType.BROWSER, Level.ALL);
            options.setCapability(ChromeOptions.LOGGING_PREFS, console);
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(executables.driver())
                    .usingAnyFreePort()
                    .build();
            return new Browser(new ChromeDriver(service, options), profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on paths are those of the program at this port. */
    void useProgramAt(int port) {
        site = "http://localhost:" + port;
    }

    void open(String path) {
        chrome.get(site + path);
    }

    /** @param address with host and port, as a link has it */
    void visit(String address) {
        chrome.get(address);
    }

    void reload() {
        chrome.navigate().refresh();
    }

    /** Path and query of the page. */
    String path() {
        URI present = URI.create(String.valueOf(chrome.getCurrentUrl()));
        return present.getQuery() == null ? present.getPath() : present.getPath() + "?" + present.getQuery();
    }

    void signIn(String email, String password) {
        forgetEverything();
        open("/login");
        fill("E-mail", email);
        fill("Contraseña", password);
        click("Iniciar sesión");
        waitFor(() -> !path().startsWith("/login"), () -> "somebody to be signed in");
    }

    /** Signs out as far as the browser is concerned. */
    void forgetEverything() {
        chrome.manage().deleteAllCookies();
    }

    /** Leaves the browser to somebody else, with what it takes to go on later. */
    Set<Cookie> stepAside() {
        Set<Cookie> session = chrome.manage().getCookies();
        forgetEverything();
        return session;
    }

    void goOnWith(Set<Cookie> session) {
        forgetEverything();
        session.forEach(chrome.manage()::addCookie);
    }

    /** Picks a day in a field for days, whose keys depend on the system's language. */
    void pickDay(String label, String isoDay) {
        chrome.executeScript(
                "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change', {bubbles: true}))",
                field(label),
                isoDay);
    }

    /** Puts a text into a field at once, as pasting does. */
    void paste(String label, String text) {
        act(() -> field(label).click());
        chrome.executeCdpCommand("Input.insertText", Map.of("text", text));
    }

    void press(Keys key) {
        chrome.switchTo().activeElement().sendKeys(key);
    }

    Object run(String script, Object... arguments) {
        return chrome.executeScript(script, arguments);
    }

    boolean showsDialog() {
        return !chrome.findElements(By.cssSelector("dialog[open]")).isEmpty();
    }

    /** Whether the pages' own scripts run: the first of them marks the page. */
    boolean scriptsRun() {
        return !chrome.findElements(By.cssSelector("html.js")).isEmpty();
    }

    void allowClipboard() {
        chrome.executeCdpCommand(
                "Browser.grantPermissions",
                Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
    }

    /** Runs a script that calls its last argument with the answer. */
    Object await(String script, Object... arguments) {
        return chrome.executeAsyncScript(script, arguments);
    }

    void wide() {
        width(1280, 900);
    }

    void narrow() {
        width(390, 844);
    }

    private void width(int width, int height) {
        chrome.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Asks for light or dark, and waits until the page is that. */
    void scheme(String lightOrDark) {
        chrome.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", lightOrDark))));
        waitFor(() -> lightOrDark.equals(run(SCHEME)), () -> lightOrDark);
    }

    /** Until the end of the test, pages may answer with these: the browser reports each in its console. */
    void expectStatuses(Integer... statuses) {
        expectedStatuses.addAll(List.of(statuses));
    }

    void assertConsoleIsClean() {
        List<LogEntry> entries = chrome.manage().logs().get(LogType.BROWSER).getAll();
        // Who leaves a page while a part of it is asked for breaks that request off, and htmx calls it an error.
        boolean leftEarly = entries.stream().anyMatch(it -> it.getMessage().contains("htmx:sendAbort"));
        List<String> complaints = entries.stream()
                .filter(it -> !leftEarly || !it.getMessage().matches("(?s).*htmx:(sendAbort|afterRequest),.*"))
                .filter(it -> it.getLevel().intValue() >= Level.SEVERE.intValue()
                        || it.getMessage().contains("Content Security Policy"))
                .map(LogEntry::getMessage)
                .filter(it -> expectedStatuses.stream()
                        .noneMatch(status -> it.contains("the server responded with a status of " + status + " ")))
                .toList();
        expectedStatuses.clear();
        assertThat(complaints).as("errors in the browser's console").isEmpty();
    }

    /** Leaves a picture and the source of the page for whoever looks into a failure. */
    void recordFailure(String name) {
        shoot(FAILURES.resolve(name + ".png"));
        try {
            Files.writeString(FAILURES.resolve(name + ".html"), String.valueOf(chrome.getPageSource()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The window as it looks now, as PNG. */
    byte[] picture() {
        return chrome.getScreenshotAs(OutputType.BYTES);
    }

    void shoot(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, picture());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        chrome.quit();
        FileSystemUtils.deleteRecursively(profile);
    }
}
