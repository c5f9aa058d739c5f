package io.quarry.detect.packtest;

import io.quarry.data.Batch;
import io.quarry.data.Platform;
import io.quarry.detect.Detection;
import io.quarry.detect.Version;
import io.quarry.detect.hunt.Alert;
import io.quarry.detect.hunt.Hunt;
import io.quarry.detect.hunt.HuntOptions;
import io.quarry.detect.hunt.HuntResult;
import io.quarry.detect.hunt.Scans;
import io.quarry.detect.pack.Pack;
import io.quarry.detect.rule.RuleFile;
import io.quarry.detect.rule.RuleFiles;
import io.quarry.detect.rule.SourceFiles;
import io.quarry.detect.scenario.ExpectedSignal;
import io.quarry.detect.scenario.Scenario;
import io.quarry.detect.side.GivenFiles;
import io.quarry.engine.Engine;
import io.quarry.engine.RunOptions;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Plan;
import io.quarry.plan.QueryException;
import io.quarry.sigma.SigmaSelections;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.view.LoadedTelemetry;
import io.quarry.telemetry.view.Needs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A pack's scenarios over every version of its detection, and over the published texts as repaired. */
public final class PackTest {
    private final Detection detection;
    private final List<Published> published;
    private final Pack pack;

    private PackTest(Pack pack, Detection detection, List<Published> published) {
        this.pack = pack;
        this.detection = detection;
        this.published = published;
    }

    private record Published(Pack.PublishedFile file, Optional<Detection> detection) {}

    /**
     * Compiles the pack's versions.
     *
     * @param files what they may read beside the telemetry and the pack's own watchlists
     * @throws QueryException if one has errors
     * @throws IOException if a file cannot be read
     */
    public static PackTest of(Pack pack, GivenFiles files) throws IOException {
        List<Version> versions = new ArrayList<>();
        for (Pack.VersionFile version : pack.versions()) {
            RuleFile file = RuleFiles.compile(
                    version.platform(), SourceFiles.read(pack.folder().resolve(version.file())), pack.context(files));
            if (file.hasErrors()) {
                throw new QueryException(
                        file.diagnostics().stream().filter(Diagnostic::isError).toList());
            }
            versions.add(version.of(file));
        }
        List<Published> published = new ArrayList<>();
        for (Pack.PublishedFile file : pack.published()) {
            published.add(new Published(file, repaired(pack, file, files)));
        }
        return new PackTest(pack, pack.detection(versions), published);
    }

    private static Optional<Detection> repaired(Pack pack, Pack.PublishedFile published, GivenFiles files)
            throws IOException {
        RuleFile file = RuleFiles.compileRepaired(
                published.platform(), SourceFiles.read(pack.folder().resolve(published.file())), pack.context(files));
        if (file.hasErrors()) {
            return Optional.empty();
        }
        Optional<String> branchColumn = pack.versions().stream()
                .filter(version -> version.platform() == published.platform())
                .findFirst()
                .flatMap(Pack.VersionFile::branchColumn);
        return Optional.of(pack.untuned(List.of(new Version(file, branchColumn))));
    }

    public Pack pack() {
        return pack;
    }

    /** Plays all scenarios, in the order of their files. */
    public List<ScenarioOutcome> run() {
        return pack.scenarios().stream().map(this::run).toList();
    }

    private ScenarioOutcome run(Scenario scenario) {
        HuntResult result = hunt(detection, scenario.events());
        List<Alert> tuned = result.alerts();
        List<Alert> all = Stream.concat(
                        tuned.stream(), result.allowed().stream().map(HuntResult.Allowed::alert))
                .toList();
        List<VersionOutcome> versions = new ArrayList<>();
        for (Version version : detection.versions()) {
            Platform platform = version.platform();
            versions.add(new VersionOutcome(
                    platform,
                    branches(tuned, platform),
                    sorted(scenario.outcome().fires(platform)),
                    branches(all, platform),
                    sorted(scenario.outcome().firesUntuned(platform))));
        }
        List<SignalOutcome> signals = scenario.signals().stream()
                .map(signal -> new SignalOutcome(signal, count(signal, scenario.events())))
                .toList();
        List<PublishedOutcome> outcomes = published.stream()
                .map(each -> new PublishedOutcome(
                        each.file().platform(),
                        each.file().file(),
                        each.detection()
                                .map(repaired -> branches(
                                        hunt(repaired, scenario.events()).alerts(),
                                        each.file().platform()))
                                .orElseGet(TreeSet::new),
                        each.detection().isPresent()))
                .toList();
        return new ScenarioOutcome(scenario, versions, signals, outcomes);
    }

    private static HuntResult hunt(Detection detection, List<Event> events) {
        Hunt hunt = new Hunt(List.of(detection), HuntOptions.DEFAULT);
        HuntResult result = hunt.run(LoadedTelemetry.of(events, hunt.needs()));
        if (!result.failures().isEmpty()) {
            throw result.failures().get(0).reason();
        }
        return result;
    }

    private static long count(ExpectedSignal signal, List<Event> events) {
        Plan plan = SigmaSelections.compile(signal.source(), signal.selection()).orThrow();
        LoadedTelemetry telemetry = LoadedTelemetry.of(events, Scans.addTo(Needs.none(), plan));
        return Engine.run(plan, telemetry, RunOptions.at(0)).batches().stream()
                .mapToLong(Batch::rows)
                .sum();
    }

    private static SortedSet<String> branches(List<Alert> alerts, Platform platform) {
        return sorted(alerts.stream()
                .filter(alert -> alert.platforms().contains(platform))
                .map(Alert::branch)
                .toList());
    }

    private static SortedSet<String> sorted(Collection<String> names) {
        return new TreeSet<>(names);
    }
}
