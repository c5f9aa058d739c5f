package io.quarry.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of ARCHITECTURE.md that Maven's modules do not enforce, and the ones that they do, said once more. */
final class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.quarry");

    @Test
    void packagesAreNamedForThingsInTheDomain() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..model..", "..dto..")
                .check(CLASSES);
    }

    @Test
    void classesAreNotNamedForKindsOfCode() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data",
                "plan",
                "functions",
                "engine",
                "telemetry",
                "kql",
                "aql",
                "sigma",
                "detect",
                "cli",
                "testing"
            })
    void packagesOfAModuleHaveNoCycles(String module) {
        slices().matching("io.quarry." + module + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void dependenciesPointOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("data")
                .definedBy("io.quarry.data..")
                .layer("plan")
                .definedBy("io.quarry.plan..")
                .layer("functions")
                .definedBy("io.quarry.functions..")
                .layer("engine")
                .definedBy("io.quarry.engine..")
                .layer("telemetry")
                .definedBy("io.quarry.telemetry..")
                .layer("languages")
                .definedBy("io.quarry.kql..", "io.quarry.aql..", "io.quarry.sigma..")
                .layer("detect")
                .definedBy("io.quarry.detect..")
                .layer("cli")
                .definedBy("io.quarry.cli..")
                .layer("testing")
                .definedBy("io.quarry.testing..", "io.quarry.bench..")
                .whereLayer("cli")
                .mayOnlyBeAccessedByLayers("testing")
                .whereLayer("detect")
                .mayOnlyBeAccessedByLayers("cli", "testing")
                .whereLayer("languages")
                .mayOnlyBeAccessedByLayers("detect", "cli", "testing")
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("detect", "cli", "testing")
                .whereLayer("telemetry")
                .mayOnlyBeAccessedByLayers("detect", "cli", "testing")
                .whereLayer("functions")
                .mayOnlyBeAccessedByLayers("engine", "languages", "detect", "cli", "testing")
                .withOptionalLayers(true)
                .check(CLASSES);
    }

    @Test
    void languagesDoNotKnowEachOther() {
        for (String language : new String[] {"kql", "aql", "sigma"}) {
            for (String other : new String[] {"kql", "aql", "sigma", "engine"}) {
                if (!language.equals(other)) {
                    noClasses()
                            .that()
                            .resideInAPackage("io.quarry." + language + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("io.quarry." + other + "..")
                            .check(CLASSES);
                }
            }
        }
    }

    @Test
    void allModulesAreLookedAt() {
        assertThat(CLASSES.size()).isGreaterThan(300);
    }
}
