package io.cohorte.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.cohorte.access.CellState;
import io.cohorte.access.Check;
import io.cohorte.access.Policy;
import io.cohorte.access.Reason;
import io.cohorte.areas.Role;
import io.cohorte.catalog.ProductFormat;
import io.cohorte.checkout.OrderState;
import io.cohorte.checkout.PaymentMethod;
import io.cohorte.classroom.StudentProduct;
import io.cohorte.comments.CommentState;
import io.cohorte.comments.QueueFilter;
import io.cohorte.console.Fix;
import io.cohorte.groups.CommentSetting;
import io.cohorte.groups.EndReason;
import io.cohorte.groups.GrantKind;
import io.cohorte.groups.HistoryCause;
import io.cohorte.groups.MemberState;
import io.cohorte.groups.Trace;
import io.cohorte.imports.ImportState;
import io.cohorte.imports.Obstacle;
import io.cohorte.imports.RowOutcome;
import io.cohorte.imports.UndoEffect;
import io.cohorte.inbox.Decision;
import io.cohorte.inbox.EntryState;
import io.cohorte.lists.DateOrder;
import io.cohorte.lists.Encoding;
import io.cohorte.lists.Field;
import io.cohorte.lists.ListRole;
import io.cohorte.lists.NoticeCode;
import io.cohorte.lists.ProblemCode;
import io.cohorte.lists.Separator;
import io.cohorte.mail.MailState;
import io.cohorte.offers.CouponRefusal;
import io.cohorte.offers.Period;
import io.cohorte.offers.Terms;
import io.cohorte.progress.Share;
import io.cohorte.sales.PurchaseView;
import io.cohorte.sales.Recorded;
import io.cohorte.sales.SaleSettings;
import io.cohorte.sales.SaleSource;
import io.cohorte.shared.DomainEvent;
import io.cohorte.shared.Language;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** The texts of the screens: there in every language, used by their right names, and sound. */
class MessagesTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path SOURCES = Path.of("src/main/java");

    private static final Set<String> DEFAULT_KEYS = keysOfAllBundles();

    /** What a key ends in where a template or a class puts it together. */
    private static final Map<String, Set<String>> COMPOSED = Map.ofEntries(
            Map.entry("access.audience.", Set.of("INHERITED", "ALL", "CHOSEN")),
            Map.entry("access.cell.", names(CellState.values())),
            Map.entry("access.closes.", Set.of("NEVER", "AFTER_PURCHASE", "AFTER_RELEASE", "ON_DAY")),
            Map.entry("access.expiry.", Set.of("INHERITED", "NEVER", "AFTER_PURCHASE", "AFTER_RELEASE", "ON_DAY")),
            Map.entry("access.legend.", names(CellState.values())),
            Map.entry("access.opens.", Set.of("AT_ONCE", "AFTER_PURCHASE", "ON_DAY")),
            Map.entry("access.release.", Set.of("INHERITED", "AT_ONCE", "AFTER_PURCHASE", "ON_DAY")),
            Map.entry(
                    "audit.column.",
                    Set.of(
                            "when",
                            "who",
                            "who-id",
                            "what",
                            "kind",
                            "product",
                            "product-id",
                            "subject",
                            "subject-id",
                            "changes")),
            Map.entry("audit.kind.", kindsOfEvents()),
            Map.entry("audit.value.format.", names(ProductFormat.values())),
            Map.entry("audit.value.cause.", names(HistoryCause.values())),
            Map.entry("audit.value.role.", names(Role.values())),
            Map.entry("accounts.mail.", wordings(names(hidden("io.cohorte.accounts.LinkPurpose")))),
            Map.entry("areas.mail.", wordings(Set.of("invited", "invited-new"))),
            Map.entry("groups.mail.", wordings(Set.of("enrolled", "enrolled-new"))),
            Map.entry(
                    "mail.kind.",
                    Set.of(
                            "ENROLLED",
                            "STAFF_INVITED",
                            "ACTIVATION",
                            "COMMENTS",
                            "ORDER_UNCONFIRMED",
                            "ORDER_WAITING",
                            "ORDER_APPROVED",
                            "ORDER_REJECTED",
                            "ORDER_REFUNDED")),
            Map.entry("mail.state.", names(MailState.values())),
            Map.entry("accounts.language.", names(Language.values(), Language::tag)),
            Map.entry("areas.role-text.", names(Role.values())),
            Map.entry("areas.role.", names(Role.values())),
            Map.entry("catalog.format.", names(ProductFormat.values())),
            Map.entry("access.", confirmations()),
            Map.entry("classroom.access.kind.", names(GrantKind.values())),
            Map.entry("classroom.access.until.", Set.of("LIFE", "LIVE", "SUSPENDED", "ENDED")),
            Map.entry("classroom.closed.", closedProducts()),
            Map.entry("classroom.library.", names(StudentProduct.State.values())),
            Map.entry("classroom.locked.", lockedPages()),
            Map.entry("classroom.state.", Set.of("OPENS", "EXPIRED", "PASSWORD")),
            Map.entry("comments.done.", Set.of("APPROVED", "HIDDEN", "SPAM")),
            Map.entry("comments.kind.", names(QueueFilter.Kind.values())),
            Map.entry("comments.lesson.form.", Set.of("WRITE", "REPLY", "EDIT")),
            Map.entry("comments.none.", names(QueueFilter.Kind.values())),
            Map.entry("comments.state.", names(CommentState.values())),
            Map.entry("offers.group.comments.", names(CommentSetting.values())),
            Map.entry("offers.coupon-refused.", names(CouponRefusal.values())),
            Map.entry("offers.coupons.state.", Set.of("LIVE", "INACTIVE", "NOT_YET", "OVER", "USED_UP")),
            Map.entry("offers.coupons.links-off.", Set.of("INACTIVE", "NOT_YET", "OVER", "USED_UP")),
            Map.entry("offers.terms.", names(Terms.values())),
            Map.entry("audit.value.terms.", names(Terms.values())),
            Map.entry("offers.group.comments-text.", names(CommentSetting.values())),
            Map.entry("console.explain.", explanations()),
            Map.entry("console.fix.", fixes()),
            Map.entry("console.outcome.", names(Check.Outcome.values())),
            Map.entry("console.policy.", names(Policy.values())),
            Map.entry("console.reason.", names(Reason.values())),
            Map.entry("console.cause.", names(HistoryCause.values())),
            Map.entry("console.grant.", names(EndReason.values())),
            Map.entry("console.why.", names(hidden("io.cohorte.console.WhyInGroup$Because"))),
            Map.entry("sales.source.", names(SaleSource.values())),
            Map.entry("sales.purchase.state.", names(PurchaseView.State.values())),
            Map.entry("sales.attention.", names(hidden("io.cohorte.sales.Purchase$Attention"))),
            Map.entry("groups.came.", names(GrantKind.values())),
            Map.entry("groups.state.", names(MemberState.values())),
            Map.entry("inbox.decision.", decisionsOnEntries()),
            Map.entry("inbox.source.", names(SaleSource.values())),
            Map.entry("inbox.state.", names(EntryState.values())),
            Map.entry("inbox.states.", names(EntryState.values())),
            Map.entry("inbox.undecided.", names(EntryState.values())),
            Map.entry("inbox.purchase.state.", names(PurchaseView.State.values())),
            Map.entry("sales.settings.on-dispute.", withTexts(names(SaleSettings.OnDoubt.values()))),
            Map.entry("sales.settings.on-overdue.", withTexts(names(SaleSettings.OnDoubt.values()))),
            Map.entry("imports.basis.", Set.of("EVIDENT", "CHOSEN", "ASSUMED", "CONTRADICTORY")),
            Map.entry("imports.encoding.", names(Encoding.values())),
            Map.entry("imports.field.", names(Field.values())),
            Map.entry("imports.kind.", names(hidden("io.cohorte.imports.Import$Kind"))),
            Map.entry("imports.lines.", names(hidden("io.cohorte.imports.Import$Kind"))),
            Map.entry("imports.notice.", names(NoticeCode.values())),
            Map.entry("imports.obstacle.", names(Obstacle.values())),
            Map.entry("imports.of.", names(hidden("io.cohorte.imports.Import$Kind"))),
            Map.entry("imports.order.", names(DateOrder.values())),
            Map.entry("imports.outcome.", names(RowOutcome.values())),
            Map.entry("imports.problem.", names(ProblemCode.values())),
            Map.entry("imports.role.", names(ListRole.values())),
            Map.entry("imports.separator.", names(Separator.values())),
            Map.entry("imports.state.", names(ImportState.values())),
            Map.entry("imports.title.", Set.of("NAME", "EMAIL", "DATE", "GROUP", "ROLE", "REASON")),
            Map.entry("imports.would.", Set.of("NEW", "ELSEWHERE", "OTHER_DATE", "BOTH")),
            Map.entry("imports.undo.did.", names(UndoEffect.values())),
            Map.entry("imports.undo.kept.", keptBecause()),
            Map.entry("imports.undo.one.", names(UndoEffect.values())),
            Map.entry("imports.undo.would.", names(UndoEffect.values())),
            Map.entry("imports.unchanged.", names(hidden("io.cohorte.imports.Import$Kind"))),
            Map.entry("progress.active.", Set.of("7", "30")),
            Map.entry("progress.share.", names(Share.values())),
            Map.entry(
                    "checkout.mail.",
                    wordings(Set.of("UNCONFIRMED", "WAITING", "APPROVED", "REJECTED", "REFUNDED", "WITHDRAWN"))),
            Map.entry("checkout.offer.lasts.", names(Period.values())),
            Map.entry("checkout.offer.per.", names(Period.values())),
            Map.entry("checkout.offer.submit.", names(PaymentMethod.values())),
            Map.entry("checkout.offer.way-text.", names(PaymentMethod.values())),
            Map.entry("checkout.offer.way.", names(PaymentMethod.values())),
            Map.entry("checkout.order.", decisions()),
            Map.entry("checkout.order.decided.", names(OrderState.values())),
            Map.entry("checkout.own.", ownOrders()),
            Map.entry("checkout.state.", names(OrderState.values())),
            Map.entry("checkout.states.", names(OrderState.values())),
            Map.entry("checkout.step.", names(OrderState.values())),
            Map.entry("web.error.", Set.of("403", "404", "409", "413", "4xx", "5xx")));

    private static Set<String> decisions() {
        return Stream.of("reject", "refund", "withdraw")
                .flatMap(act -> Stream.of("", "-text", "-submit").map(it -> act + it))
                .collect(Collectors.toSet());
    }

    private static Set<String> ownOrders() {
        return Stream.concat(names(OrderState.values()).stream(), Stream.of("CONFIRM", "PAID", "WITHDRAWN"))
                .flatMap(state -> Stream.of("title", "text").map(it -> state + "." + it))
                .collect(Collectors.toSet());
    }

    private static Set<String> confirmations() {
        return Stream.of("unpublish", "delete")
                .flatMap(act -> Stream.of("title", "text", "submit").map(it -> act + "." + it))
                .collect(Collectors.toSet());
    }

    /** What is decided about an entry of the inbox: there, or by the purchase it is about. */
    private static Set<String> decisionsOnEntries() {
        return Stream.of(names(Decision.Code.values()), names(Recorded.Effect.values()))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    /** How each policy may have answered; those of a schedule are told by its kind. */
    private static Set<String> explanations() {
        Stream<String> plain = Arrays.stream(Policy.values())
                .filter(it -> it != Policy.RELEASED && it != Policy.NOT_EXPIRED && it != Policy.AUDIENCE)
                .filter(it -> it != Policy.LIVE_GRANT)
                .flatMap(it -> Stream.of(it + ".PASSED", it + ".FAILED"));
        Stream<String> others = Stream.of(
                "AUDIENCE.PASSED.page",
                "AUDIENCE.PASSED.module",
                "AUDIENCE.FAILED.page",
                "AUDIENCE.FAILED.module",
                "LIVE_GRANT.PASSED",
                "LIVE_GRANT.ENDED",
                "LIVE_GRANT.RUN_OUT",
                "LIVE_GRANT.SUSPENDED",
                "RELEASED.AT_ONCE",
                "RELEASED.AFTER_PURCHASE",
                "RELEASED.ON_DAY",
                "NOT_EXPIRED.NEVER",
                "NOT_EXPIRED.AFTER_PURCHASE",
                "NOT_EXPIRED.AFTER_RELEASE",
                "NOT_EXPIRED.ON_DAY",
                "NOT_BLOCKED.NOT_ASKED",
                "LIVE_GRANT.NOT_ASKED",
                "AUDIENCE.NOT_ASKED",
                "RELEASED.NOT_ASKED",
                "NOT_EXPIRED.NOT_ASKED",
                "PASSWORD.none");
        return Stream.concat(plain, others).collect(Collectors.toSet());
    }

    private static Set<String> fixes() {
        Set<String> ownPages = Set.of("move", "rules", "enrol");
        return Arrays.stream(Fix.values())
                .map(Fix::path)
                .flatMap(fix -> ownPages.contains(fix)
                        ? Stream.of(fix + ".button")
                        : Stream.of("button", "title", "text", "submit").map(it -> fix + "." + it))
                .collect(Collectors.toSet());
    }

    /** What a mail says, part by part. */
    private static Set<String> wordings(Set<String> kinds) {
        return kinds.stream()
                .flatMap(kind ->
                        Stream.of("subject", "title", "text", "button", "note").map(it -> kind + "." + it))
                .collect(Collectors.toSet());
    }

    static Stream<String> bundles() {
        return files(MESSAGES, ".properties").stream()
                .map(it -> it.getFileName().toString().replace(".properties", ""))
                .filter(it -> !it.contains("_"));
    }

    static Stream<Path> bundleFiles() {
        return files(MESSAGES, ".properties").stream();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void areThereInEveryLanguage(String bundle) {
        Set<String> keys = keys(MESSAGES.resolve(bundle + ".properties"));

        assertThat(keys).isNotEmpty();
        for (Language language : Language.values()) {
            if (language != Language.ES) {
                assertThat(keys(MESSAGES.resolve(bundle + "_" + language.tag() + ".properties")))
                        .as("%s, %s", bundle, language)
                        .containsExactlyInAnyOrderElementsOf(keys);
            }
        }
    }

    @Test
    void areAllLoadedByTheProgram() {
        String basenames =
                load(Path.of("src/main/resources/application.properties")).getProperty("spring.messages.basename");

        assertThat(basenames.split(","))
                .containsExactlyInAnyOrderElementsOf(
                        bundles().map(it -> "messages/" + it).toList());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void takeTheSameArgumentsInEveryLanguage(String bundle) {
        Properties spanish = load(MESSAGES.resolve(bundle + ".properties"));
        for (Language language : List.of(Language.EN, Language.PT)) {
            Properties other = load(MESSAGES.resolve(bundle + "_" + language.tag() + ".properties"));
            for (String key : spanish.stringPropertyNames()) {
                assertThat(argumentsOf(other.getProperty(key, "")))
                        .as("%s, %s", key, language)
                        .isEqualTo(argumentsOf(spanish.getProperty(key)));
            }
        }
    }

    @Test
    void areInTheBundlesThatTemplatesUse() {
        Set<String> used = found(TEMPLATES, "#\\{([A-Za-z][\\w.-]*)");
        used.addAll(found(TEMPLATES, "msgWithParams\\('([\\w.-]*\\w)'"));

        assertThat(used).hasSizeGreaterThan(100);
        assertThat(DEFAULT_KEYS).containsAll(used);
    }

    @Test
    void areInTheBundlesThatTemplatesPutTogether() {
        Set<String> prefixes = found(TEMPLATES, "#\\{\\|([\\w.-]+)\\$\\{");
        prefixes.addAll(found(TEMPLATES, "'([a-z][\\w.-]*\\.)'\\s*\\+"));

        assertThat(prefixes).hasSizeGreaterThan(5);
        assertThat(COMPOSED.keySet())
                .as("prefixes whose endings are checked here")
                .containsAll(prefixes);
    }

    private static Set<String> closedProducts() {
        return withTexts(Set.of("NOT_A_MEMBER", "BLOCKED", "ENDED", "RUN_OUT", "SUSPENDED"));
    }

    private static Set<String> lockedPages() {
        return withTexts(Set.of("OPENS", "EXPIRED", "PASSWORD"));
    }

    /** Each with the text that stands below it. */
    private static Set<String> withTexts(Set<String> titles) {
        return titles.stream().flatMap(it -> Stream.of(it, it + ".text")).collect(Collectors.toSet());
    }

    static Stream<String> prefixes() {
        return COMPOSED.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("prefixes")
    void areThereForEachConstantThatEndsAKey(String prefix) {
        assertThat(COMPOSED.get(prefix)).isNotEmpty();
        assertThat(DEFAULT_KEYS)
                .containsAll(
                        COMPOSED.get(prefix).stream().map(it -> prefix + it).toList());
    }

    @Test
    void areThereForEachKindOfChangeInTheAudit() {
        assertThat(COMPOSED.get("audit.kind.")).hasSizeGreaterThan(15).contains("GroupRenamed", "StudentRemoved");
    }

    @Test
    void areThereForEveryMail() {
        assertThat(found(SOURCES, "new Wording\\(\\s*\"([^\"%]+)\""))
                .hasSizeGreaterThan(3)
                .allSatisfy(key -> assertThat(DEFAULT_KEYS).containsAll(wordings(Set.of(key))));
    }

    @Test
    void areThereForEachKindOfErrorPage() {
        String source = read(SOURCES.resolve("io/cohorte/web/ErrorPages.java"));

        assertThat(found(TEMPLATES.resolve("web"), "#\\{\\|web\\.error\\.\\$\\{kind}([\\w.-]*)\\|"))
                .containsExactlyInAnyOrder("", ".text");
        assertThat(matches(source, "case ([A-Z_, ]+) ->"))
                .containsExactly("NOT_FOUND, FORBIDDEN, CONFLICT, CONTENT_TOO_LARGE");
        assertThat(DEFAULT_KEYS)
                .containsAll(COMPOSED.get("web.error.").stream()
                        .map(it -> "web.error." + it + ".text")
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("scans")
    void areInTheBundlesThatClassesUse(String pattern, int atLeast) {
        Set<String> used = found(SOURCES, pattern);

        used.removeAll(found(SOURCES, "new Wording\\(\\s*\"([^\"%]+)\""));
        assertThat(used).as(pattern).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(DEFAULT_KEYS).containsAll(used);
    }

    static Stream<Arguments> scans() {
        return Stream.of(
                scan("extends RuleViolation \\{[^}]*?super\\(\\s*\"([^\"]+)\"", 10),
                scan("new WeakPassword\\(\\s*\"([^\"]+)\"", 2),
                scan("Flash\\.say\\(\\s*\\w+,\\s*\"([^\"]+)\"", 10),
                scan("new MenuEntry\\(\\s*[\\w.]+,\\s*\"([^\"]+)\"", 5),
                scan("rejectValue\\(\\s*\"\\w+\",\\s*\"([^\"]+)\"", 2),
                scan("\\.reject\\(\\s*\"([^\"]+)\"", 0),
                scan("getMessage\\(\\s*\"([^\"%]+)\"", 1),
                scan(
                        "\"(?!mail\\.com)((?:web|accounts|areas|catalog|content|groups|access|offers|imports|console|audit|mail)\\.[a-z0-9.-]+)\"",
                        30));
    }

    private static Arguments scan(String pattern, int atLeast) {
        return Arguments.of(pattern, atLeast);
    }

    /** Every rule has a class of its own; one whose code this test cannot read would slip through. */
    @Test
    void areThereForEveryBrokenRule() {
        List<Path> rules = files(SOURCES, ".java").stream()
                .filter(it -> read(it).contains("extends RuleViolation {"))
                .toList();

        assertThat(rules).hasSizeGreaterThan(10).allSatisfy(it -> assertThat(
                        matches(read(it), "super\\(\\s*(?:\"([^\"]+)\"|code,)"))
                .hasSize(1));
    }

    @Test
    void areThereForEveryConstraintOfAForm() {
        Set<String> constraints = files(SOURCES, ".java").stream()
                .filter(it -> it.toString().matches(".*[/\\\\](web|console)[/\\\\]\\w+\\.java"))
                .flatMap(it ->
                        matches(read(it), "@(Not\\w+|Size|Pattern|Min|Max|Email|Positive\\w*|Past\\w*|Digits)\\b"))
                .collect(Collectors.toSet());
        constraints.addAll(found(SOURCES, "@Constraint\\([^)]*\\)\\s*(?:public )?@interface (\\w+)"));

        assertThat(constraints).contains("NotBlank", "ZoneName");
        assertThat(DEFAULT_KEYS).containsAll(constraints);
    }

    @ParameterizedTest
    @MethodSource("bundleFiles")
    void canBeFormatted(Path file) {
        texts(file).forEach((key, text) -> assertThatCode(() -> formatted(text, localeOf(file)))
                .as("%s: %s = %s", file.getFileName(), key, text)
                .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("bundleFiles")
    void leaveNoPlaceholderOpen(Path file) {
        texts(file).forEach((key, text) -> {
            if (!text.contains("{")) {
                assertThat(text).as(key).doesNotContain("}");
            } else if (isSound(text)) {
                assertThat(formatted(text, localeOf(file))).as(key).allSatisfy(it -> assertThat(it)
                        .doesNotContain("{", "}"));
            }
        });
    }

    /** A straight one would be taken for a quotation mark by the format and vanish. */
    @ParameterizedTest
    @MethodSource("bundleFiles")
    void holdNoStraightApostrophe(Path file) {
        texts(file).forEach((key, text) -> assertThat(text).as(key).doesNotContain("'"));
    }

    @ParameterizedTest
    @MethodSource("bundleFiles")
    void areWrittenDownOnceAndNotEmpty(Path file) {
        List<String> keys = read(file)
                .lines()
                .filter(it -> it.contains("=") && !it.startsWith("#"))
                .map(it -> it.substring(0, it.indexOf('=')).strip())
                .toList();

        assertThat(keys).doesNotHaveDuplicates();
        texts(file).forEach((key, text) -> assertThat(text).as(key).isNotBlank().doesNotContain("\ufffd"));
    }

    private static boolean isSound(String text) {
        try {
            new MessageFormat(text);
            return true;
        } catch (IllegalArgumentException unsound) {
            return false;
        }
    }

    /** With none, one and many of everything, and with names. */
    private static List<String> formatted(String text, Locale locale) {
        Set<String> numbers = matches(text, "\\{(\\d),(?:number|choice)").collect(Collectors.toSet());
        MessageFormat format = new MessageFormat(text, locale);
        return Stream.of(0L, 1L, 2L, 12345L)
                .map(number -> IntStream.range(0, 10)
                        .mapToObj(it -> numbers.contains(String.valueOf(it)) ? (Object) number : "Ana")
                        .toArray())
                .map(format::format)
                .toList();
    }

    private static Set<String> argumentsOf(String text) {
        return matches(text, "\\{(\\d)").collect(Collectors.toCollection(TreeSet::new));
    }

    private static Locale localeOf(Path file) {
        String name = file.getFileName().toString().replace(".properties", "");
        return Locale.forLanguageTag(name.contains("_") ? name.substring(name.indexOf('_') + 1) : "es");
    }

    private static Map<String, String> texts(Path file) {
        Properties properties = load(file);
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(it -> it, properties::getProperty, (a, b) -> a, TreeMap::new));
    }

    private static Set<String> keysOfAllBundles() {
        return bundles()
                .flatMap(it -> keys(MESSAGES.resolve(it + ".properties")).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(Path file) {
        return load(file).stringPropertyNames();
    }

    private static Properties load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }

    private static Set<String> found(Path root, String pattern) {
        return files(root, "").stream()
                .flatMap(it -> matches(read(it), pattern))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> matches(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(MessagesTests::firstGroup);
    }

    private static String firstGroup(MatchResult match) {
        return match.group(1) == null ? "" : match.group(1);
    }

    private static List<Path> files(Path root, String ending) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(it -> it.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> keptBecause() {
        Set<String> codes = new TreeSet<>(names(Trace.values()));
        codes.addAll(Set.of("NOT_YOURS_TO_TAKE", "ROLE_CHANGED", "UNDONE_BEFORE"));
        return codes;
    }

    private static Set<String> names(Enum<?>[] constants) {
        return names(constants, Enum::name);
    }

    private static <T> Set<String> names(T[] constants, Function<T, String> name) {
        return Arrays.stream(constants).map(name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every change the program knows how to make: the audit page has a word for it. */
    private static Set<String> kindsOfEvents() {
        ClassPathScanningCandidateComponentProvider program = new ClassPathScanningCandidateComponentProvider(false);
        program.addIncludeFilter(new AssignableTypeFilter(DomainEvent.class));
        program.addExcludeFilter((type, types) -> !SOURCES.resolve(
                        type.getClassMetadata().getClassName().replace('.', '/') + ".java")
                .toFile()
                .isFile());
        return program.findCandidateComponents("io.cohorte").stream()
                .map(it -> ClassUtils.getShortName(it.getBeanClassName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Enum<?>[] hidden(String type) {
        try {
            return (Enum<?>[]) Class.forName(type).getEnumConstants();
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
