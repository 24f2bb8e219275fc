package io.cohorte.content;

import io.cohorte.accounts.TooManyAttempts;
import io.cohorte.accounts.TryLimits;
import io.cohorte.accounts.TryLimits.Limit;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.CommandService;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.PlainText;
import io.cohorte.shared.ProductRef;
import io.cohorte.shared.Sha256;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door for commands on the passwords of pages: what a producer tells a class, so that it may be short. It is kept
 * hashed, and spaces around it are not part of it.
 */
@CommandService
public class PagePasswords {

    public static final int LONGEST = 100;

    static final Limit TRIES = new Limit(5, Duration.ofMinutes(1));

    private final PageRepository pages;
    private final PasswordEncoder hashes;
    private final TryLimits limits;
    private final ContentStates states;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PagePasswords(
            PageRepository pages,
            PasswordEncoder hashes,
            TryLimits limits,
            ContentStates states,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.pages = pages;
        this.hashes = hashes;
        this.limits = limits;
        this.states = states;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Has a page ask for a password from now on, also of those who gave the former one, be it the same or not.
     *
     * @param password 1 to 100 characters
     * @throws InvalidPagePassword if it is none
     */
    public void set(ProductRef product, PageId page, String password, Actor actor) {
        String bare = PlainText.trim(password);
        if (bare.isEmpty() || PlainText.length(bare) > LONGEST) {
            throw new InvalidPagePassword(LONGEST);
        }
        String hash = hashes.encode(hashable(bare));
        change(product, page, it -> it.protectWith(hash), actor);
    }

    /** Has a page ask for no password; nothing happens to one that asks for none. */
    public void remove(ProductRef product, PageId page, Actor actor) {
        change(product, page, Page::unprotect, actor);
    }

    private void change(ProductRef product, PageId id, Consumer<Page> change, Actor actor) {
        Page page = get(product, id);
        Optional<UUID> before = page.password();
        change.accept(page);
        Optional<UUID> after = page.password();
        if (!before.equals(after)) {
            pages.flush();
            states.record(product.id(), page);
            events.publishEvent(new PagePasswordChanged(actor, product, id, before.isPresent(), after.isPresent()));
        }
    }

    /**
     * Opens a page for a student who knows its password, until it is changed; nothing happens where it asks for none. A
     * student has five tries at a page at once, then one a minute. A try counts whatever comes of it, and no transaction
     * waits while the password is hashed.
     *
     * @param group in which it opens: what was unlocked is locked again in another
     * @throws TooManyAttempts if there is no try left
     * @throws WrongPagePassword if it is not the page's password
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void unlock(ProductRef product, PageId id, AccountId student, UUID group, String typed) {
        Page page = get(product, id);
        Optional<String> hash = page.passwordHash();
        if (hash.isEmpty()) {
            return;
        }
        byte[] key = Sha256.of("page-password " + product.id() + " " + id + " " + student);
        spendTry(key);
        if (!hashes.matches(hashable(PlainText.trim(typed)), hash.get())) {
            throw new WrongPagePassword();
        }
        transaction.executeWithoutResult(status -> {
            limits.forget(key);
            remember(product, page, student, group);
        });
    }

    private void spendTry(byte[] key) {
        Instant now = clock.instant();
        Optional<Duration> wait = transaction.execute(status -> limits.spend(key, TRIES, now));
        wait.ifPresent(it -> {
            throw TooManyAttempts.waiting(it);
        });
    }

    /** With the password that was asked for: if it was changed at this moment, nothing is unlocked by this. */
    private void remember(ProductRef product, Page page, AccountId student, UUID group) {
        jdbc.sql("""
                        INSERT INTO page_unlocks (product_id, page_id, student_id, group_id, password_id, unlocked_at)
                        VALUES (:product, :page, :student, :group, :password, :now)
                        ON CONFLICT (product_id, page_id, student_id, group_id)
                        DO UPDATE SET password_id = excluded.password_id, unlocked_at = excluded.unlocked_at
                        """)
                .param("product", product.id().value())
                .param("page", page.id().value())
                .param("student", student.value())
                .param("group", group)
                .param("password", page.password().orElseThrow())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** What is hashed slowly takes 72 bytes; this has as many as one password and as another. */
    private static String hashable(String password) {
        return HexFormat.of().formatHex(Sha256.of(password));
    }

    private Page get(ProductRef product, PageId id) {
        return pages.findById(PageKey.of(product.id(), id)).orElseThrow(() -> new NotFound("page"));
    }
}
