package io.cohorte.demo;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.cohorte.accounts.Accounts;
import io.cohorte.accounts.EmailAddress;
import io.cohorte.areas.AreaOrigin;
import io.cohorte.areas.AreaQueries;
import io.cohorte.areas.Areas;
import io.cohorte.areas.Areas.NamedPerson;
import io.cohorte.areas.Role;
import io.cohorte.checkout.PaymentSettings;
import io.cohorte.checkout.PaymentWays;
import io.cohorte.demo.DemoPlan.AreaPlan;
import io.cohorte.demo.DemoPlan.PaymentPlan;
import io.cohorte.demo.DemoPlan.ProductPlan;
import io.cohorte.demo.DemoPlan.StaffPlan;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.CommandService;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Builds the demo in one transaction: a start that is broken off leaves nothing behind, and of two nodes that start at
 * once the second finds, when it tries again, the area of the first.
 */
@CommandService
class DemoArea {

    private final AreaQueries existing;
    private final Accounts accounts;
    private final Areas areas;
    private final DemoProducts products;
    private final DemoStudents students;
    private final DemoPurchases purchases;
    private final PaymentSettings payments;
    private final ObjectProvider<Scheduler> jobs;
    private final Clock clock;

    DemoArea(
            AreaQueries existing,
            Accounts accounts,
            Areas areas,
            DemoProducts products,
            DemoStudents students,
            DemoPurchases purchases,
            PaymentSettings payments,
            ObjectProvider<Scheduler> jobs,
            Clock clock) {
        this.existing = existing;
        this.accounts = accounts;
        this.areas = areas;
        this.products = products;
        this.students = students;
        this.purchases = purchases;
        this.payments = payments;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** @return whether it was built; false where there is any area already */
    public boolean buildIfEmpty(DemoPlan plan, int people) {
        if (!existing.isEmpty()) {
            return false;
        }
        Map<EmailAddress, AccountId> staff = accounts.registerAll(
                plan.staff().stream().map(it -> EmailAddress.of(it.email())).toList());
        staff.values().forEach(this::letSignIn);
        AccountId owner = staff.get(EmailAddress.of(plan.owner().email()));
        accounts.makeOperator(owner, Actor.program());
        AreaId area = open(plan.area(), new NamedPerson(owner, plan.owner().name()));
        appoint(area, plan, staff, Actor.person(owner));
        sell(area, plan.payment(), Actor.person(owner));
        List<DemoProduct> built = new ArrayList<>();
        for (ProductPlan product : plan.products()) {
            built.add(products.build(area, product, Actor.person(owner)));
        }
        purchases.report(area, Actor.person(owner));
        if (people > 0) {
            EmailAddress student = EmailAddress.of(plan.student().email());
            letSignIn(accounts.registerAll(List.of(student)).get(student));
            students.bringIn(built, new Person(plan.student().name(), student.value()), people, owner);
            built.forEach(it -> DemoProgressJob.schedule(jobs.getObject(), it.ref(), clock));
        }
        return true;
    }

    private AreaId open(AreaPlan plan, NamedPerson owner) {
        return areas.open(
                plan.slug(), plan.name(), plan.language(), plan.zone(), owner, AreaOrigin.DEMO, Actor.program());
    }

    private void sell(AreaId area, PaymentPlan plan, Actor owner) {
        PaymentWays ways = new PaymentWays(
                true, true, false, String.join("\n", plan.instructions()), String.join("\n", plan.terms()));
        payments.change(area, ways, 0, owner);
    }

    private void appoint(AreaId area, DemoPlan plan, Map<EmailAddress, AccountId> staff, Actor owner) {
        areas.nameAll(
                area,
                plan.staff().stream()
                        .map(it -> new NamedPerson(staff.get(EmailAddress.of(it.email())), it.name()))
                        .toList());
        for (StaffPlan person : plan.staff()) {
            if (person.role() != Role.OWNER) {
                areas.appoint(area, staff.get(EmailAddress.of(person.email())), person.role(), owner);
            }
        }
    }

    private void letSignIn(AccountId account) {
        accounts.setPassword(account, DemoPlan.PASSWORD, Actor.program());
    }
}
