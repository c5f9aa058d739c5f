package io.quarry.testing.aql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.aql.Aql;
import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.data.Batch;
import io.quarry.data.Platform;
import io.quarry.detect.evidence.EventTrace;
import io.quarry.detect.hunt.Scans;
import io.quarry.engine.Engine;
import io.quarry.engine.RunOptions;
import io.quarry.kql.Kql;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.plan.Compilation;
import io.quarry.plan.Plan;
import io.quarry.plan.QueryException;
import io.quarry.plan.SourceText;
import io.quarry.sigma.Sigma;
import io.quarry.telemetry.read.ReadOptions;
import io.quarry.telemetry.view.LoadedTelemetry;
import io.quarry.telemetry.view.Needs;
import io.quarry.testing.docs.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * The same detection in KQL, AQL and, where it can say it, Sigma finds the same events of the sample telemetry; of queries
 * that group, each row stands for the events of its group. The files of {@code same-events} hold a case a block: a comment,
 * then {@code kql}, {@code aql} or {@code sigma} and the query under each, then a ruler. Every case has rows.
 */
class SameEventsTest {
    private static final Path CASES = Path.of("src/test/resources/same-events");
    private static final String RULER = "----";

    /** The queries of a case, by language. */
    private record Case(String title, Map<String, Plan> plans) {}

    @Test
    void theSameDetectionFindsTheSameEventsInEveryLanguage() throws IOException {
        List<Case> cases = cases();
        Needs needs = Needs.none();
        for (Case one : cases) {
            for (Plan plan : one.plans().values()) {
                needs = Scans.addTo(needs, plan);
            }
        }
        LoadedTelemetry telemetry = LoadedTelemetry.load(
                List.of(Repository.folder().resolve("samples/clickonce")), needs, ReadOptions.defaults());
        RunOptions options = RunOptions.at(telemetry.timeRange().orElseThrow().last());

        SoftAssertions softly = new SoftAssertions();
        for (Case one : cases) {
            Map<String, Set<String>> answers = new LinkedHashMap<>();
            one.plans().forEach((language, plan) -> answers.put(language, groups(plan, telemetry, options)));
            softly.assertThat(answers.get("kql")).as(one.title()).isNotEmpty();
            answers.forEach((language, groups) -> {
                softly.assertThat(without(groups, answers.get("kql")))
                        .as(one.title() + " in " + language + " alone, not in kql")
                        .isEmpty();
                softly.assertThat(without(answers.get("kql"), groups))
                        .as(one.title() + " in kql alone, not in " + language)
                        .isEmpty();
            });
        }
        softly.assertAll();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(25);
    }

    /** The events behind each row; records of the same happening count as one event. */
    private static Set<String> groups(Plan plan, LoadedTelemetry telemetry, RunOptions options) {
        Set<String> groups = new TreeSet<>();
        for (Batch batch : Engine.run(plan, telemetry, options).batches()) {
            for (int row = 0; row < batch.rows(); row++) {
                Object[] values = batch.row(row);
                groups.add(EventTrace.events(values[values.length - 1]).stream()
                        .map(telemetry::canonicalEvent)
                        .distinct()
                        .sorted()
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")));
            }
        }
        return groups;
    }

    private static Set<String> without(Set<String> groups, Set<String> others) {
        Set<String> rest = new TreeSet<>(groups);
        rest.removeAll(others);
        return rest;
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(CASES)) {
            for (Path file : files.sorted().toList()) {
                for (String block : Files.readString(file).split("\n" + RULER + "\n")) {
                    if (!block.isBlank()) {
                        cases.add(read(block.strip()));
                    }
                }
            }
        }
        return cases;
    }

    private static Case read(String block) {
        String title = block.substring(0, block.indexOf('\n'));
        Map<String, StringBuilder> texts = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        for (String line : block.lines().skip(1).toList()) {
            if (Set.of("kql", "aql", "sigma").contains(line)) {
                text = new StringBuilder();
                texts.put(line, text);
            } else {
                text.append(line).append('\n');
            }
        }
        Map<String, Plan> plans = new LinkedHashMap<>();
        texts.forEach((language, query) -> plans.put(language, EventTrace.trace(plan(title, language, query + ""))));
        return new Case(title, plans);
    }

    private static Plan plan(String title, String language, String query) {
        return switch (language) {
            case "kql" -> plan(Kql.compile(new SourceText(title, query), KqlCatalog.of(Platform.DEFENDER)));
            case "aql" -> plan(Aql.compile(new SourceText(title, query), AqlCatalog.standard()));
            default ->
                Sigma.read(new SourceText(title, "title: same\n" + query))
                        .rules()
                        .get(0)
                        .plan();
        };
    }

    private static Plan plan(Compilation compilation) {
        return compilation.plan().orElseThrow(() -> new QueryException(compilation.diagnostics()));
    }
}
