package org.sampan.digest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sampan.digest.fixture.RunningDigestService;
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

    /** Two that were written side by side may bear one; then no service starts. */
    @Test
    void everyMigrationHasANumberOfItsOwn() throws IOException {
        try (Stream<Path> migrations =
                Files.list(RunningDigestService.checkout().resolve("digest-service/src/main/resources/db/migration"))) {
            assertThat(migrations.map(it -> it.getFileName().toString().replaceFirst("__.*", "")))
                    .doesNotHaveDuplicates();
        }
    }
}
