package io.quarry.testing.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.aql.Aql;
import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.data.Platform;
import io.quarry.data.Ticks;
import io.quarry.engine.Engine;
import io.quarry.engine.RunOptions;
import io.quarry.kql.Kql;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import io.quarry.sigma.Sigma;
import io.quarry.sigma.SigmaFile;
import io.quarry.sigma.SigmaRule;
import io.quarry.telemetry.read.ReadOptions;
import io.quarry.telemetry.view.LoadedTelemetry;
import io.quarry.telemetry.view.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every hunting query and every query of the investigation guide runs, and finds something in the samples. */
final class PackQueriesTest {
    private static final Path PACK = Path.of("..", "packs", "T1127.002-clickonce");
    private static final Path SAMPLES = Path.of("..", "samples", "clickonce");
    private static final long AFTER_THE_SAMPLES = Ticks.of(Instant.parse("2026-03-13T00:00:00Z"));
    private static final Pattern FENCE = Pattern.compile("```(kql|aql)\n(.*?)```", Pattern.DOTALL);

    private record Query(String name, Plan plan) {}

    @TestFactory
    Stream<DynamicTest> huntingQueriesFindSomethingInTheSamples() throws IOException {
        List<Query> queries = new ArrayList<>();
        try (Stream<Path> files = Files.list(PACK.resolve("hunting"))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                String language = name.substring(name.lastIndexOf('.') + 1);
                queries.addAll(compile(language, new SourceText(name, Files.readString(file))));
            }
        }
        return queries.stream().map(PackQueriesTest::findsSomething);
    }

    @TestFactory
    Stream<DynamicTest> queriesOfTheInvestigationGuideFindSomethingInTheSamples() throws IOException {
        List<Query> queries = new ArrayList<>();
        Matcher fences = FENCE.matcher(Files.readString(PACK.resolve("investigation.md")));
        while (fences.find()) {
            String name = "investigation.md, query " + (queries.size() + 1);
            queries.addAll(compile(fences.group(1), new SourceText(name, fences.group(2))));
        }
        return queries.stream().map(PackQueriesTest::findsSomething);
    }

    private static DynamicTest findsSomething(Query query) {
        return DynamicTest.dynamicTest(query.name(), () -> {
            LoadedTelemetry telemetry =
                    LoadedTelemetry.load(List.of(SAMPLES), needs(Needs.none(), query.plan()), ReadOptions.defaults());
            assertThat(Engine.run(query.plan(), telemetry, RunOptions.at(AFTER_THE_SAMPLES))
                            .rowCount())
                    .isPositive();
        });
    }

    private static List<Query> compile(String language, SourceText text) {
        return switch (language) {
            case "kql" ->
                List.of(new Query(
                        text.name(),
                        Kql.compile(text, KqlCatalog.of(Platform.DEFENDER)).orThrow()));
            case "aql" ->
                List.of(new Query(
                        text.name(), Aql.compile(text, AqlCatalog.standard()).orThrow()));
            case "yml" -> rules(text);
            default -> throw new IllegalArgumentException("no language of queries: " + text.name());
        };
    }

    private static List<Query> rules(SourceText text) {
        SigmaFile file = Sigma.read(text);
        assertThat(file.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
        List<Query> queries = new ArrayList<>();
        for (SigmaRule rule : file.rules()) {
            queries.add(new Query(text.name() + ": " + rule.title(), rule.plan()));
        }
        return queries;
    }

    private static Needs needs(Needs needs, Plan plan) {
        Needs all = needs;
        if (plan instanceof Plan.Scan scan) {
            all = all.plus(scan.table(), scan.schema().fields());
        }
        for (Plan input : plan.inputs()) {
            all = needs(all, input);
        }
        return all;
    }
}
