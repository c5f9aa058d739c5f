package io.quarry.testing.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.detect.DetectCode;
import io.quarry.engine.run.EngineCode;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.plan.Code;
import io.quarry.plan.CommonCode;
import io.quarry.sigma.SigmaCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiagnosticPagesTest {
    private static final Path PAGES = Repository.folder().resolve("docs").resolve("diagnostics");
    private static final Map<String, Code[]> MODULES = new LinkedHashMap<>();

    static {
        MODULES.put("Any language", CommonCode.values());
        MODULES.put("KQL", KqlCode.values());
        MODULES.put("AQL", AqlCode.values());
        MODULES.put("Sigma", SigmaCode.values());
        MODULES.put("Packs", DetectCode.values());
        MODULES.put("Running", EngineCode.values());
    }

    @Test
    void everyCodeHasAPageThatBeginsWithIt() throws IOException {
        for (Code code : codes().toList()) {
            Path page = PAGES.resolve(code.name() + ".md");
            assertThat(page).exists();
            assertThat(Files.readString(page)).startsWith("# " + code.name() + "\n");
        }
    }

    @Test
    void everyPageBelongsToACode() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(file -> !file.equals("README.md"))
                            .map(file -> file.substring(0, file.length() - ".md".length())))
                    .containsExactlyInAnyOrderElementsOf(codes().map(Code::name).toList());
        }
    }

    /** {@code -Dqt.update=true} writes the index instead. */
    @Test
    void theIndexListsEveryCode() throws IOException {
        StringBuilder index = new StringBuilder("""
                # Diagnostics

                What `quarry check` and the other commands say about queries, rules and packs. Errors keep a text from running; warnings and infos do not.
                """);
        MODULES.forEach((module, codes) -> {
            index.append("\n## ").append(module).append("\n\n| code | | |\n|---|---|---|\n");
            Arrays.stream(codes)
                    .sorted(Comparator.comparing(Code::name))
                    .forEach(code -> index.append("| [%s](%s.md) | %s | %s |\n"
                            .formatted(
                                    code.name(),
                                    code.name(),
                                    code.severity().name().toLowerCase(Locale.ROOT),
                                    code.summary())));
        });
        Path page = PAGES.resolve("README.md");
        if (Boolean.getBoolean("qt.update")) {
            Files.writeString(page, index);
        }
        assertThat(page).content().isEqualTo(index.toString());
    }

    @Test
    void noTwoModulesShareACode() {
        assertThat(codes().map(Code::name)).doesNotHaveDuplicates();
    }

    private static Stream<Code> codes() {
        return MODULES.values().stream().flatMap(Arrays::stream);
    }
}
