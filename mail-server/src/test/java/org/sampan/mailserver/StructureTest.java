package org.sampan.mailserver;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.mailet.Mailet;
import org.apache.mailet.Matcher;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.post.Stage;

/** The rules of decisions 1 and 2: who may know whom. */
class StructureTest {
    private static final String ROOT = "org.sampan.mailserver";

    /** Each may use what stands before it, nothing behind it. */
    private static final List<String> THINGS_IN_LINE = List.of(
            "settings",
            "domain",
            "smtp",
            "admin",
            "dkim",
            "storage",
            "spool",
            "mailinglist",
            "figures",
            "destination",
            "account",
            "smtpserver",
            "membership",
            "post",
            "mailbox",
            "proof",
            "content",
            "report",
            "delivery",
            "notice",
            "enrolment",
            "migration");

    private static final List<String> STAGES =
            Arrays.stream(Stage.values()).map(Stage::processor).toList();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void everyPackageIsAThingOrAStage() {
        List<String> known = new ArrayList<>(List.of(ROOT));
        Stream.of(THINGS_IN_LINE, STAGES, List.of("bench"))
                .flatMap(List::stream)
                .forEach(name -> known.add(ROOT + "." + name));
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct()).isSubsetOf(known);
    }

    @Test
    void thingsUseOnlyWhatStandsBeforeThem() {
        for (int i = 0; i < THINGS_IN_LINE.size(); i++) {
            List<String> behind = THINGS_IN_LINE.subList(i + 1, THINGS_IN_LINE.size());
            noClasses()
                    .that(resideInAPackage(ROOT + "." + THINGS_IN_LINE.get(i)))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(packages(behind, STAGES, List.of(""))))
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void stagesDoNotKnowEachOther() {
        for (String stage : STAGES) {
            List<String> others =
                    STAGES.stream().filter(other -> !other.equals(stage)).toList();
            noClasses()
                    .that(resideInAPackage(ROOT + "." + stage))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(packages(others, List.of(""), List.of())))
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheEdgeOfAStageSeesMailets() {
        only(assignableTo(Mailet.class)
                        .or(assignableTo(Matcher.class))
                        .or(assignableTo(JamesMessageHook.class))
                        .or(named("PostAttributes"))
                        .or(named("MailetsModule"))
                        // A queue of James is asked to keep its Mail, and to run it through the stages.
                        .or(resideInAPackage(ROOT + ".spool")))
                .mayUse("org.apache.mailet..");
    }

    @Test
    void onlyRoutesSeeTheWebServer() {
        only(simpleNameEndingWith("Routes").or(simpleNameEndingWith("Path")).or(resideInAPackage(ROOT + ".admin")))
                .mayUse("spark..");
    }

    @Test
    void onlyModulesSeeGuice() {
        only(simpleNameEndingWith("Module").or(named("MailServer"))).mayUse("com.google.inject..");
    }

    @Test
    void onlyJdbcClassesHoldSql() {
        only(simpleNameStartingWith("Jdbc")
                        .or(resideInAPackage(ROOT + ".storage"))
                        .or(named("DeliveryCalls")))
                .mayUse("org.jdbi..", "java.sql..", "org.postgresql..");
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(CLASSES.stream().map(JavaClass::getPackage).distinct())
                .allMatch(it -> it.isAnnotatedWith(NullMarked.class), "null-marked");
    }

    private static String[] packages(List<String> some, List<String> more, List<String> evenMore) {
        return Stream.of(some, more, evenMore)
                .flatMap(List::stream)
                .map(name -> name.isEmpty() ? ROOT : ROOT + "." + name)
                .toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> named(String simpleName) {
        return DescribedPredicate.describe(
                "is " + simpleName, type -> outermost(type).getSimpleName().equals(simpleName));
    }

    private static Permission only(DescribedPredicate<JavaClass> allowed) {
        return new Permission(allowed);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(StructureTest::outermost).orElse(type);
    }

    /** Classes, with those inside them, that alone may see some library. */
    private record Permission(DescribedPredicate<JavaClass> allowed) {
        void mayUse(String... libraries) {
            DescribedPredicate<JavaClass> allowedOrInside =
                    DescribedPredicate.describe(allowed.getDescription(), type -> allowed.test(outermost(type)));
            noClasses()
                    .that(not(allowedOrInside))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(libraries))
                    .check(CLASSES);
        }
    }
}
