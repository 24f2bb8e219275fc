package io.cohorte.browser;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.Select;

/**
 * A page, or a part of one, as somebody uses it: whatever is clicked, filled in or read is named by the words that
 * stand on it. What is not there yet is waited for.
 */
class Part {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(40);

    final WebDriver driver;
    private final Supplier<? extends SearchContext> root;

    Part(WebDriver driver, Supplier<? extends SearchContext> root) {
        this.driver = driver;
        this.root = root;
    }

    /** The row of a table in which this stands in a cell of its own, or as its title. */
    Part row(String title) {
        String quoted = quote(title);
        return part(By.xpath(".//tbody/tr[.//*[self::td or self::a or self::strong or self::code]"
                + "[normalize-space(.)=" + quoted + "]]"));
    }

    /** What is open in front of the page. */
    Part dialog() {
        return part(By.cssSelector("dialog[open]"));
    }

    Part part(By place) {
        return new Part(driver, () -> shown(place));
    }

    /** Clicks a link, a button, a menu's head or an entry of it. */
    void click(String label) {
        act(() -> shown(clickable(label)).click());
    }

    /** The same by the keyboard, which finds a button though the page around it is still moving. */
    void press(String label) {
        act(() -> shown(clickable(label)).sendKeys(Keys.ENTER));
    }

    /** Whether something that can be clicked is there to be seen now. */
    boolean offers(String label) {
        return read(() -> root.get().findElements(clickable(label)).stream().anyMatch(WebElement::isDisplayed));
    }

    /** Where a link leads. */
    String href(String label) {
        return read(() -> String.valueOf(shown(clickable(label)).getAttribute("href")));
    }

    void fill(String label, String text) {
        // Erased key by key, as somebody does it: WebElement.clear() is no input to the page.
        act(() -> field(label)
                .sendKeys(Keys.BACK_SPACE.toString().repeat(value(label).length()) + text));
    }

    void choose(String label, String option) {
        act(() -> new Select(field(label)).selectByVisibleText(option));
    }

    /** Ticks a box, or picks one of several choices. */
    void tick(String label) {
        act(() -> {
            WebElement box = field(label);
            if (!box.isSelected()) {
                box.click();
            }
        });
    }

    boolean isTicked(String label) {
        return read(() -> field(label).isSelected());
    }

    String value(String label) {
        return read(() -> String.valueOf(field(label).getAttribute("value")));
    }

    /** What belongs to a label: by its "for", inside it, or labelled invisibly. */
    WebElement field(String label) {
        String text = "[normalize-space(.)=" + quote(label) + " or .//strong[normalize-space(.)=" + quote(label) + "]]";
        return shown(By.xpath(".//*[@id=//label" + text + "/@for] | .//label" + text + "//input | .//*[self::input or "
                + "self::select or self::textarea][@aria-label=" + quote(label) + "]"));
    }

    /** The texts of a column, from top to bottom. */
    List<String> column(int number) {
        return read(() -> root.get().findElements(By.xpath(".//tbody/tr/td[" + number + "]")).stream()
                .map(WebElement::getText)
                .toList());
    }

    /** The number that a row has in the column of this title. */
    int number(String columnTitle) {
        By cell = By.xpath("./td[@data-label=" + quote(columnTitle) + "]/a/span[1]");
        return Integer.parseInt(read(() -> shown(cell).getText()));
    }

    /** All that is to be read now. */
    String text() {
        return read(() -> {
            SearchContext here = root.get();
            return here instanceof WebElement element ? element.getText() : body().getText();
        });
    }

    /** Waits until each of these can be read. */
    void shows(String... texts) {
        for (String text : texts) {
            waitFor(() -> text().contains(text), () -> "«" + text + "» in:\n" + text());
        }
    }

    /** Waits until these can be read, one behind the other. */
    void showsInOrder(String... texts) {
        waitFor(() -> isInOrder(text(), texts), () -> String.join(" … ", texts) + " in:\n" + text());
    }

    private static boolean isInOrder(String text, String... parts) {
        int from = 0;
        for (String part : parts) {
            int found = text.indexOf(part, from);
            if (found < 0) {
                return false;
            }
            from = found + part.length();
        }
        return true;
    }

    /** To be asked of a page that is known to be there: one that is still on its way shows nothing either. */
    void doesNotShow(String text) {
        waitFor(() -> !text().contains(text), () -> "no «" + text + "» in:\n" + text());
    }

    void waitFor(Supplier<Boolean> condition, Supplier<String> what) {
        try {
            patiently().until(it -> condition.get());
        } catch (TimeoutException late) {
            throw new AssertionError("waited in vain for " + what.get(), late);
        }
    }

    WebElement shown(By place) {
        try {
            return patiently().until(it -> root.get().findElements(place).stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst()
                    .orElse(null));
        } catch (TimeoutException late) {
            throw new AssertionError("nothing to be seen at " + place + " in:\n" + body().getText(), late);
        }
    }

    /** Does what the driver refuses, having done nothing, while one page gives way to the next. */
    void act(Runnable act) {
        until(() -> {
            act.run();
            return true;
        });
    }

    private <T> T read(Supplier<T> reading) {
        return until(reading);
    }

    private <T> T until(Supplier<T> attempt) {
        return new FluentWait<>(driver)
                .withTimeout(PATIENCE)
                .pollingEvery(BETWEEN_LOOKS)
                .ignoring(StaleElementReferenceException.class)
                .ignoring(ElementNotInteractableException.class)
                // An answer that is "no" is one, and not waited for to become another.
                .until(it -> Optional.of(attempt.get()))
                .get();
    }

    private FluentWait<WebDriver> patiently() {
        return new FluentWait<>(driver)
                .withTimeout(PATIENCE)
                .pollingEvery(BETWEEN_LOOKS)
                // While one page gives way to the next, the driver has several ways of saying that something is gone.
                .ignoring(WebDriverException.class);
    }

    private WebElement body() {
        return driver.findElement(By.tagName("body"));
    }

    private static By clickable(String label) {
        String text = quote(label);
        return By.xpath(".//*[self::a or self::button or self::summary][normalize-space(.)=" + text + " or @aria-label="
                + text + " or *[not(contains(@class, 'visually-hidden'))][normalize-space(.)=" + text
                + "] or *//strong[normalize-space(.)=" + text + "]]");
    }

    private static String quote(String text) {
        return '"' + text + '"';
    }
}
