package io.quarry.detect.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PackScenariosTest {
    private static final Path PACKS = Path.of("..", "packs");

    @Test
    void everyScenarioThatShipsCanBeRead() throws IOException {
        for (Path tests : testFolders()) {
            List<Scenario> scenarios = Scenarios.readAll(tests);
            assertThat(scenarios).as(tests.toString()).isNotEmpty();
            assertThat(scenarios).allSatisfy(scenario -> {
                assertThat(scenario.events()).as(scenario.id()).isNotEmpty();
                assertThat(scenario.signals()).as(scenario.id()).isNotEmpty();
            });
        }
    }

    @Test
    void filesAreNamedForTheirScenario() throws IOException {
        for (Path tests : testFolders()) {
            assertThat(Scenarios.readAll(tests)).allSatisfy(scenario -> assertThat(
                            Path.of(scenario.text().name()).getFileName().toString())
                    .isEqualTo(scenario.id() + ".yml"));
        }
    }

    private static List<Path> testFolders() throws IOException {
        try (Stream<Path> packs = Files.list(PACKS)) {
            return packs.map(pack -> pack.resolve("tests"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .collect(Collectors.toList());
        }
    }
}
