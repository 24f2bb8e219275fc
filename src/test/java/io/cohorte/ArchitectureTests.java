package io.cohorte;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.cohorte.shared.CommandService;
import io.cohorte.web.Open;
import io.cohorte.web.Requires;
import jakarta.annotation.Resource;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PersistenceContext;
import java.text.DateFormat;
import java.text.SimpleDateFormat;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RequestMapping;

/** The conventions of the design, as far as bytecode shows them. */
class ArchitectureTests {

    private static final JavaClasses COHORTE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.cohorte");

    private static final DescribedPredicate<CanBeAnnotated> MAPPED = describe(
            "mapped to requests",
            it -> it.isAnnotatedWith(RequestMapping.class) || it.isMetaAnnotatedWith(RequestMapping.class));

    @Test
    void injectsNoFields() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .orShould()
                .beAnnotatedWith(Resource.class)
                .orShould()
                .beAnnotatedWith(PersistenceContext.class)
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .check(COHORTE);
    }

    @Test
    void keepsEntitiesToTheirRoom() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(COHORTE);
    }

    @Test
    void keepsRepositoriesToTheirRoom() {
        classes()
                .that()
                .areAssignableTo(Repository.class)
                .should()
                .bePackagePrivate()
                .check(COHORTE);
    }

    @Test
    void keepsControllersToTheirRoom() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .or()
                .areMetaAnnotatedWith(ControllerAdvice.class)
                .should()
                .bePackagePrivate()
                .check(COHORTE);
    }

    @Test
    void keepsFormsToTheirRoom() {
        classes()
                .that()
                .areRecords()
                .and()
                .haveSimpleNameEndingWith("Form")
                .should()
                .bePackagePrivate()
                .check(COHORTE);
    }

    @Test
    void keepsListenersToTheirRoom() {
        methods()
                .that()
                .areMetaAnnotatedWith(EventListener.class)
                .should()
                .beDeclaredInClassesThat()
                .arePackagePrivate()
                .check(COHORTE);
    }

    @Test
    void makesDoorsOfRoomsInTheContextAlone() {
        constructors()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(CommandService.class)
                .or()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Service.class)
                .should()
                .bePackagePrivate()
                .check(COHORTE);
    }

    @Test
    void movesEntitiesByVerbsNotSetters() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .or()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Embeddable.class)
                .should()
                .haveNameMatching("set[A-Z].*")
                .check(COHORTE);
    }

    @Test
    void refersToOtherAggregatesByIdAlone() {
        noFields().should().beAnnotatedWith(ManyToOne.class).check(COHORTE);
        noMethods().should().beAnnotatedWith(ManyToOne.class).check(COHORTE);
    }

    @Test
    void namesNoClassAfterItsInterface() {
        noClasses().should().haveSimpleNameEndingWith("Impl").check(COHORTE);
    }

    /** Not the two of {@code java.sql}, by which instants and days go to the database. */
    @Test
    void usesNoneOfTheOldDates() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Date.class, Calendar.class, GregorianCalendar.class, DateFormat.class, SimpleDateFormat.class)
                .check(COHORTE);
    }

    @Test
    void readsTheTimeFromAClockAlone() {
        noClasses()
                .should()
                .accessTargetWhere(describe("reads the time from no clock", ArchitectureTests::readsTheTime))
                .check(COHORTE);
    }

    private static boolean readsTheTime(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        if (owner.getPackageName().equals("java.time") && name.equals("now")) {
            List<String> parameters = access instanceof JavaCodeUnitAccess<?> call
                    ? call.getTarget().getRawParameterTypes().stream()
                            .map(JavaClass::getName)
                            .toList()
                    : List.of();
            return !parameters.contains(Clock.class.getName());
        }
        return owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis");
    }

    @Test
    void marksEachHandlerWithWhatItRequires() {
        methods().that(MAPPED.forSubtype()).should(carryOneMark()).check(COHORTE);
    }

    private static ArchCondition<JavaMethod> carryOneMark() {
        return new ArchCondition<>("carry either @Requires or @Open") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean one = method.isAnnotatedWith(Requires.class) != method.isAnnotatedWith(Open.class);
                events.add(new SimpleConditionEvent(method, one, method.getDescription()));
            }
        };
    }

    @Test
    void handlesRequestsInControllersAlone() {
        methods()
                .that(MAPPED.forSubtype())
                .should()
                .beDeclaredInClassesThat()
                .areMetaAnnotatedWith(Controller.class)
                .check(COHORTE);
    }

    @Test
    void keepsControllersInTheRoomsScreens() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .resideInAnyPackage("io.cohorte.web", "io.cohorte.*.web", "io.cohorte.console")
                .check(COHORTE);
    }

    @Test
    void leavesScreensToThemselves() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.cohorte.*.web", "io.cohorte.console")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.cohorte.*.web", "io.cohorte.console")
                .check(COHORTE);
    }

    @Test
    void callsNoControllerFromElsewhere() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.cohorte.web", "io.cohorte.*.web", "io.cohorte.console")
                .should()
                .dependOnClassesThat(describe("are controllers", it -> it.isMetaAnnotatedWith(Controller.class)))
                .check(COHORTE);
    }

    @Test
    void putsTheKernelBelowEveryRoom() {
        noClasses()
                .that()
                .resideInAPackage("io.cohorte.shared..")
                .should()
                .dependOnClassesThat(describe(
                        "are of other rooms",
                        it -> it.getPackageName().startsWith("io.cohorte")
                                && !it.getPackageName().startsWith("io.cohorte.shared")))
                .check(COHORTE);
    }
}
