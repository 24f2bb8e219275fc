package io.cohorte.browser;

import java.io.File;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A browser and its driver, as found on the PATH.
 *
 * @param browser Chromium, or Chrome
 * @param driver the chromedriver of the same version
 */
record Executables(File browser, File driver) {

    static Optional<Executables> find() {
        return onPath("chromium", "chromium-browser", "google-chrome")
                .flatMap(browser -> onPath("chromedriver").map(driver -> new Executables(browser, driver)));
    }

    private static Optional<File> onPath(String... names) {
        String[] folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Stream.of(names)
                .flatMap(name -> Arrays.stream(folders).map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }
}
