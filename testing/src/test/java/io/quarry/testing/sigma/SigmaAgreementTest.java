package io.quarry.testing.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Batch;
import io.quarry.data.Field;
import io.quarry.data.LongVector;
import io.quarry.data.Type;
import io.quarry.engine.Engine;
import io.quarry.engine.RunOptions;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import io.quarry.sigma.Sigma;
import io.quarry.sigma.SigmaFile;
import io.quarry.sigma.SigmaRule;
import io.quarry.telemetry.EventLocation;
import io.quarry.telemetry.read.ReadOptions;
import io.quarry.telemetry.view.LoadedTelemetry;
import io.quarry.telemetry.view.Needs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Every rule of SigmaHQ over every sample of Windows event logs, against the hits of an evaluator that was written
 * separately. A hit is rule, file and position; in damaged files, where positions depend on how a reader counts what it lost,
 * the number of the rule's hits stands in place of the position. The other evaluator read event logs only.
 */
class SigmaAgreementTest {
    private static final String DAMAGED = "robustness";
    private static final Pattern HIT =
            Pattern.compile("\"rule_id\": \"([^\"]+)\", \"file\": \"([^\"]+)\".*\"index\": ([0-9]+)");

    @Test
    void everyRuleHitsWhatTheOtherEvaluatorSaysItHits() throws IOException {
        Optional<Path> shared = shared();
        Assumptions.assumeTrue(shared.isPresent(), "skipped: ../shared is absent");
        List<SigmaRule> rules = rules(shared.get().resolve("data/sigma/sigma-rules.tar.gz"));
        Set<String> expected = expected(shared.get().resolve("data/sigma/hits-visible.jsonl.gz"));
        Path samples = shared.get().resolve("data/evtx");

        Set<String> found = found(rules, samples);

        assertThat(rules).hasSize(2850);
        assertThat(difference(expected, found)).as("missing").isEmpty();
        assertThat(difference(found, expected)).as("extra").isEmpty();
    }

    private static Set<String> found(List<SigmaRule> rules, Path samples) {
        List<Path> folders = List.of(
                samples.resolve("attack-samples"),
                samples.resolve("mitre-samples"),
                samples.resolve("regression"),
                samples.resolve(DAMAGED));
        Needs needs = Needs.none();
        for (SigmaRule rule : rules) {
            Plan.Scan scan = (Plan.Scan) rule.plan().inputs().get(0);
            needs = needs.plus(scan.table(), scan.schema().fields());
        }
        LoadedTelemetry telemetry = LoadedTelemetry.load(folders, needs, ReadOptions.defaults());
        Set<String> found = new TreeSet<>();
        for (SigmaRule rule : rules) {
            Plan.Filter filter = (Plan.Filter) rule.plan();
            Plan.Scan scan = (Plan.Scan) filter.input();
            int event = scan.schema().size();
            Plan evidence = new Plan.Filter(
                    new Plan.Scan(scan.table(), scan.schema().plus(List.of(new Field("$event", Type.LONG)))),
                    filter.condition());
            for (Batch batch :
                    Engine.run(evidence, telemetry, RunOptions.defaults()).batches()) {
                LongVector events = (LongVector) batch.column(event);
                for (int row = 0; row < batch.rows(); row++) {
                    EventLocation location = telemetry.evidence(events.at(row)).location();
                    String file = samples.relativize(Path.of(location.file())).toString();
                    if (file.endsWith(".evtx")) {
                        add(found, rule.id(), file, location.record() - 1);
                    }
                }
            }
        }
        return found;
    }

    private static void add(Set<String> hits, String rule, String file, long position) {
        long number = position;
        if (file.startsWith(DAMAGED + "/")) {
            number = 0;
            while (hits.contains(rule + " " + file + " " + number)) {
                number++;
            }
        }
        hits.add(rule + " " + file + " " + number);
    }

    private static Set<String> expected(Path hits) throws IOException {
        Set<String> expected = new TreeSet<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(hits)), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> {
                Matcher hit = HIT.matcher(line);
                assertThat(hit.find()).as(line).isTrue();
                add(expected, hit.group(1), hit.group(2), Long.parseLong(hit.group(3)));
            });
        }
        return expected;
    }

    private static List<SigmaRule> rules(Path archive) throws IOException {
        List<SigmaRule> rules = new ArrayList<>();
        for (Map.Entry<String, String> file : TarFile.texts(archive).entrySet()) {
            if (file.getKey().endsWith(".yml")) {
                SigmaFile read = Sigma.read(new SourceText(file.getKey(), file.getValue()));
                rules.addAll(read.rules());
            }
        }
        return rules;
    }

    private static Set<String> difference(Set<String> one, Set<String> other) {
        Set<String> difference = new TreeSet<>(one);
        difference.removeAll(other);
        return difference;
    }

    /** The folder {@code shared} beside the project. */
    private static Optional<Path> shared() {
        String named = System.getProperty("quarry.shared");
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isDirectory);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path beside = folder.resolveSibling("shared");
            if (Files.isDirectory(beside)) {
                return Optional.of(beside);
            }
        }
        return Optional.empty();
    }
}
