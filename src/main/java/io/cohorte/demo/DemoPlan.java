package io.cohorte.demo;

import io.cohorte.areas.Role;
import io.cohorte.catalog.ProductFormat;
import io.cohorte.offers.Period;
import io.cohorte.shared.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the demo looks like, but for its many students: {@code demo/academia-aurora.json}.
 *
 * @param staff with exactly one owner
 * @param student the one who can sign in
 */
record DemoPlan(
        AreaPlan area, PaymentPlan payment, List<StaffPlan> staff, StudentPlan student, List<ProductPlan> products) {

    /** The password of all who can sign in: known to everybody, as a demo's may be. */
    static final String PASSWORD = "aprender-juntos";

    record AreaPlan(String slug, String name, Language language, ZoneId zone) {}

    /** How whoever follows the link of an offer pays: both texts line by line. */
    record PaymentPlan(List<String> instructions, List<String> terms) {}

    record StaffPlan(String email, String name, Role role) {}

    record StudentPlan(String email, String name) {}

    /**
     * A product to be sold.
     *
     * @param share of the students, compared to the other products
     * @param firstGroupShare of the product's students for the group it is born with, compared to the other groups
     * @param mistakes lines of its first list that an import refuses
     */
    record ProductPlan(
            String name,
            ProductFormat format,
            ZoneId zone,
            int share,
            int firstGroupShare,
            List<GroupPlan> groups,
            List<OfferPlan> offers,
            List<ModulePlan> modules,
            List<String> mistakes) {}

    /** @param groups the names of those it is for; null for all */
    record ModulePlan(
            String name,
            String description,
            boolean published,
            @Nullable List<String> groups,
            List<PagePlan> pages) {}

    /**
     * @param text Markdown, line by line
     * @param groups the names of those it is for; null for those of the module
     * @param opensAfter so many days after the purchase; null for at once
     * @param lasts so many days from then on; null for ever
     */
    record PagePlan(
            String title,
            boolean published,
            List<String> text,
            @Nullable List<String> groups,
            @Nullable Integer opensAfter,
            @Nullable Integer lasts) {}

    record GroupPlan(String name, int share) {}

    /**
     * An offer of a product.
     *
     * @param price as somebody would type it
     * @param days of access; null for life, or of a subscription
     * @param period of a subscription; null of a single payment
     * @param group the name of one of the groups above; null to follow the default
     */
    record OfferPlan(
            String name,
            String price,
            Currency currency,
            @Nullable Integer days,
            @Nullable Period period,
            @Nullable String group,
            boolean active) {}

    static DemoPlan read() {
        try (InputStream file = new ClassPathResource("demo/academia-aurora.json").getInputStream()) {
            return JsonMapper.builder().build().readValue(file, DemoPlan.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    StaffPlan owner() {
        return staff.stream().filter(it -> it.role() == Role.OWNER).findAny().orElseThrow();
    }
}
