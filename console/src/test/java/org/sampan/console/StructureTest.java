package org.sampan.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The console's packages: flat, without cycles, and each library seen by the package that is there for it. */
class StructureTest {

    private static final JavaClasses CONSOLE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.sampan.console");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.sampan.console.(*)..").should().beFreeOfCycles().check(CONSOLE);
    }

    @Test
    void onlyCommandSeesPicocli() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.sampan.console.command")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(CONSOLE);
    }

    @Test
    void onlyPostgresAndBackupSeeArchives() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.sampan.console.postgres", "org.sampan.console.backup")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.commons.compress..", "org.tukaani..")
                .check(CONSOLE);
    }

    @Test
    void programsAreKnownByTheirContractOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.sampan.mailserver..", "org.sampan.digest..")
                .check(CONSOLE);
    }
}
