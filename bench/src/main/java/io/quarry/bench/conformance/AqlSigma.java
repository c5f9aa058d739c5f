package io.quarry.bench.conformance;

import io.quarry.aql.Aql;
import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.data.Batch;
import io.quarry.detect.evidence.EventTrace;
import io.quarry.detect.hunt.Scans;
import io.quarry.detect.replay.Replay;
import io.quarry.engine.Engine;
import io.quarry.engine.RunOptions;
import io.quarry.plan.Compilation;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Plan;
import io.quarry.telemetry.read.ReadOptions;
import io.quarry.telemetry.view.LoadedTelemetry;
import io.quarry.telemetry.view.Needs;
import io.quarry.testing.sigma.TarFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs the AQL that converters made of Sigma rules over telemetry, without the time window, and compares the events with
 * those that the rule itself matches. Each event that only one of them has is put down to a cause, which an experiment
 * confirms: with that one thing undone, the query agrees with the rule about the event. The last line is {@code queries=N
 * equal=N differ=N refused=N}.
 */
final class AqlSigma implements Score {
    private static final RunOptions OPTIONS = RunOptions.defaults();

    /** A query and its rule. */
    private record Pair(ConvertedQuery query, Compilation compiled, SourceRule rule) {
        Optional<Plan> plan() {
            return compiled.plan().map(AqlSigma::traced);
        }
    }

    /** A pair with the events that only the rule, and that only the query has. */
    private record Difference(Pair pair, Set<Long> missing, Set<Long> extra) {}

    /** How often a cause was found. */
    private static final class Tally {
        private int queries;
        private int missing;
        private int extra;
    }

    private final PrintStream out;
    private final Map<DifferenceCause, Tally> tallies = new EnumMap<>(DifferenceCause.class);
    private int queries;
    private int equal;
    private int equalWithEvents;
    private int refused;

    private AqlSigma(PrintStream out) {
        this.out = out;
    }

    /** Takes the corpus, the archive of rules and the folder of telemetry. */
    static Score run(List<Path> paths, PrintStream out) throws IOException {
        AqlSigma run = new AqlSigma(out);
        List<Pair> pairs = pairs(paths.get(0), TarFile.texts(paths.get(1)));
        List<Difference> differences = run.compare(pairs, paths.get(2));
        run.explain(differences, paths.get(2));
        run.summarize();
        return run;
    }

    private static List<Pair> pairs(Path corpus, Map<String, String> rules) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        List<String> lines = Files.readAllLines(corpus);
        for (int i = 0; i < lines.size(); i++) {
            if (JsonTree.parse(lines.get(i)) instanceof Map<?, ?> node) {
                Optional<ConvertedQuery> query = ConvertedQuery.read(i + 1, node);
                if (query.isPresent()) {
                    String path = query.get().rule();
                    pairs.add(new Pair(
                            query.get(),
                            Aql.compile(query.get().query(), AqlCatalog.standard()),
                            SourceRule.read(path, rules.getOrDefault("sigma/" + path, ""))));
                }
            }
        }
        return pairs;
    }

    private List<Difference> compare(List<Pair> pairs, Path folder) {
        Needs needs = Needs.none();
        for (Pair pair : pairs) {
            needs = plus(plus(needs, pair.plan()), pair.rule().hits());
        }
        LoadedTelemetry telemetry = load(folder, needs);
        List<Difference> differences = new ArrayList<>();
        for (Pair pair : pairs) {
            queries++;
            Optional<Plan> plan = pair.plan();
            Set<Long> wanted = events(pair.rule().hits(), telemetry);
            Set<Long> found = events(plan, telemetry);
            if (plan.isEmpty()) {
                refused++;
                refuse(pair, wanted.size());
            } else if (found.equals(wanted)) {
                equal++;
                equalWithEvents += found.isEmpty() ? 0 : 1;
            } else {
                differences.add(new Difference(pair, without(wanted, found), without(found, wanted)));
            }
        }
        return differences;
    }

    private void refuse(Pair pair, int missing) {
        Diagnostic error = pair.compiled().diagnostics().stream()
                .filter(Diagnostic::isError)
                .findFirst()
                .orElseThrow();
        DifferenceCause cause = Experiment.ofRefusal(error.code().name());
        note(cause, missing, 0);
        out.println("refused: " + shown(pair.query()) + ": " + cause.shown() + " (" + error.message() + ")");
    }

    private void explain(List<Difference> differences, Path folder) {
        Map<Difference, List<Experiment>> experiments = new HashMap<>();
        Needs needs = Needs.none();
        for (Difference difference : differences) {
            List<Experiment> all = Experiment.with(difference.pair().query().query());
            experiments.put(difference, all);
            needs = plus(needs, difference.pair().rule().records());
            for (Experiment experiment : all) {
                needs = plus(needs, experiment.plan().map(AqlSigma::traced));
            }
        }
        LoadedTelemetry telemetry = load(folder, needs);
        for (Difference difference : differences) {
            explain(difference, experiments.get(difference), telemetry);
        }
    }

    private void explain(Difference difference, List<Experiment> experiments, LoadedTelemetry telemetry) {
        Set<Long> missing = new TreeSet<>(difference.missing());
        Set<Long> extra = new TreeSet<>(difference.extra());
        Map<DifferenceCause, Tally> found = new EnumMap<>(DifferenceCause.class);
        Set<Long> foreign = without(extra, events(difference.pair().rule().records(), telemetry));
        settle(DifferenceCause.LOG_SOURCE, Set.of(), foreign, missing, extra, found);
        for (Experiment experiment : experiments) {
            Optional<Plan> plan = experiment.plan().map(AqlSigma::traced);
            if (plan.isPresent() && !(missing.isEmpty() && extra.isEmpty())) {
                Set<Long> events = events(plan, telemetry);
                Set<Long> left = without(extra, events);
                settle(experiment.cause(), events, left, missing, extra, found);
            }
        }
        settle(DifferenceCause.UNEXPLAINED, Set.copyOf(missing), Set.copyOf(extra), missing, extra, found);
        out.println("differ: " + shown(difference.pair().query()));
        found.forEach((cause, tally) -> {
            note(cause, tally.missing, tally.extra);
            out.println("    " + tally.missing + " missing, " + tally.extra + " too many: " + cause.shown());
        });
    }

    /** Takes the explained events out of those that are left. */
    private static void settle(
            DifferenceCause cause,
            Set<Long> entered,
            Set<Long> left,
            Set<Long> missing,
            Set<Long> extra,
            Map<DifferenceCause, Tally> found) {
        int before = missing.size();
        missing.removeAll(entered);
        Tally tally = new Tally();
        tally.missing = before - missing.size();
        before = extra.size();
        extra.removeAll(left);
        tally.extra = before - extra.size();
        if (tally.missing + tally.extra > 0) {
            Tally sum = found.computeIfAbsent(cause, absent -> new Tally());
            sum.missing += tally.missing;
            sum.extra += tally.extra;
        }
    }

    private void note(DifferenceCause cause, int missing, int extra) {
        Tally tally = tallies.computeIfAbsent(cause, absent -> new Tally());
        tally.queries++;
        tally.missing += missing;
        tally.extra += extra;
    }

    private void summarize() {
        out.println();
        out.println("queries  missing  too many  cause");
        tallies.forEach((cause, tally) ->
                out.printf("%7d  %7d  %8d  %s%n", tally.queries, tally.missing, tally.extra, cause.shown()));
        out.println("equal with events: " + equalWithEvents);
    }

    @Override
    public boolean isPerfect() {
        return !tallies.containsKey(DifferenceCause.UNEXPLAINED);
    }

    @Override
    public String line() {
        return "queries=" + queries + " equal=" + equal + " differ=" + (queries - equal - refused) + " refused="
                + refused;
    }

    private static String shown(ConvertedQuery query) {
        return query.query().name() + ", " + query.converter() + ", " + query.rule();
    }

    private static Plan traced(Plan plan) {
        return EventTrace.trace(Replay.prepare(plan, Replay.Bounds.NONE));
    }

    private static Needs plus(Needs needs, Optional<Plan> plan) {
        return plan.map(known -> Scans.addTo(needs, known)).orElse(needs);
    }

    private static LoadedTelemetry load(Path folder, Needs needs) {
        return LoadedTelemetry.load(List.of(folder), needs, ReadOptions.defaults());
    }

    private static Set<Long> without(Set<Long> events, Set<Long> others) {
        Set<Long> rest = new TreeSet<>(events);
        rest.removeAll(others);
        return rest;
    }

    private static Set<Long> events(Optional<Plan> plan, LoadedTelemetry telemetry) {
        Set<Long> events = new HashSet<>();
        if (plan.isPresent()) {
            for (Batch batch : Engine.run(plan.get(), telemetry, OPTIONS).batches()) {
                for (int row = 0; row < batch.rows(); row++) {
                    Object[] values = batch.row(row);
                    events.addAll(EventTrace.events(values[values.length - 1]));
                }
            }
        }
        return events;
    }
}
