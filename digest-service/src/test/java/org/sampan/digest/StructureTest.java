package org.sampan.digest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Things depend on nothing but what they name, stages on things, only the conductor on stages. */
class StructureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.sampan.digest");

    @Test
    void modulesDependOnlyOnWhatTheyDeclare() {
        ApplicationModules.of(DigestService.class).verify();
    }

    @Test
    void onlyTheConductorSeesBatchAndQuartz() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..production..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.batch..", "org.quartz..")
                .check(CLASSES);
    }

    @Test
    void insideTheConductorOnlyJobsAndTheirStarterSeeBatch() {
        noClasses()
                .that()
                .haveNameNotMatching(".*JobConfiguration.*|.*\\.Conductor.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.batch..")
                .check(CLASSES);
    }

    @Test
    void onlyJdbcClassesHoldSql() {
        noClasses()
                .that()
                .haveSimpleNameNotStartingWith("Jdbc")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc.core..")
                .check(CLASSES);
    }
}
