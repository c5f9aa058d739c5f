package io.quarry.detect.scenario;

import io.quarry.data.Platform;
import io.quarry.detect.DetectCode;
import io.quarry.detect.rule.SourceFiles;
import io.quarry.detect.yaml.YamlMap;
import io.quarry.detect.yaml.YamlText;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.QueryException;
import io.quarry.plan.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads scenarios from YAML files. {@code docs/scenarios.md} describes the format. */
public final class Scenarios {
    private static final String SUFFIX = ".yml";

    private Scenarios() {}

    /**
     * The scenario of one file.
     *
     * @throws QueryException if the file is not a scenario
     */
    public static Scenario read(Path file) throws IOException {
        return read(SourceFiles.read(file));
    }

    /**
     * The scenarios of a folder, by file name.
     *
     * @throws QueryException if a file is not a scenario or two have the same id
     */
    public static List<Scenario> readAll(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> paths = Files.list(folder)) {
            files = paths.filter(path -> path.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
        List<Scenario> scenarios = new ArrayList<>();
        Map<String, Scenario> byId = new LinkedHashMap<>();
        for (Path file : files) {
            Scenario scenario = read(file);
            Scenario other = byId.put(scenario.id(), scenario);
            if (other != null) {
                String message = "the id '" + scenario.id() + "' is taken by "
                        + other.text().name();
                throw new QueryException(List.of(Diagnostic.of(
                        DetectCode.PACK_DUPLICATE_NAME,
                        scenario.text(),
                        YamlText.read(scenario.text()).span("id"),
                        message)));
            }
            scenarios.add(scenario);
        }
        return scenarios;
    }

    /**
     * The scenario of a text.
     *
     * @throws QueryException if the text is not a scenario
     */
    public static Scenario read(SourceText text) {
        YamlMap root = YamlText.read(text)
                .only(
                        "id",
                        "title",
                        "kind",
                        "source",
                        "description",
                        "host",
                        "user",
                        "start",
                        "logs",
                        "processes",
                        "steps",
                        "signals",
                        "fires",
                        "tuned",
                        "exceptions");
        String id = root.text("id");
        String host = root.text("host");
        Instant start = root.parsed("start", "a time such as 2026-03-10T09:12:00Z", Instant::parse);
        Account user = root.parsed("user", "an account such as DOMAIN\\name", Account::of);
        List<Step> steps = Step.readAll(root, start, Seed.of(id));
        Cast cast = Cast.read(root, new Cast.Scene(id, host, user, start), steps);
        Set<Log> logs = root.has("logs") ? Set.copyOf(root.constants("logs", Log.class)) : EnumSet.allOf(Log.class);
        HostJournal journal = new HostJournal(host, text.name(), logs);
        steps.forEach(step -> step.play(cast, journal));
        return new Scenario(
                id,
                root.text("title"),
                root.constant("kind", Scenario.Kind.class),
                root.text("source"),
                root.text("description"),
                host,
                user.fullName(),
                start,
                journal.events(),
                root.maps("signals").stream().map(Scenarios::signal).toList(),
                outcome(root),
                text);
    }

    private static ExpectedSignal signal(YamlMap map) {
        map.only("signal", "match", "absent");
        return new ExpectedSignal(
                map.text("signal"),
                map.yaml("match"),
                map.source(),
                map.has("absent") ? ExpectedSignal.Expectation.ABSENT : ExpectedSignal.Expectation.PRESENT,
                map.optionalText("absent").orElse(""));
    }

    private static Outcome outcome(YamlMap root) {
        Set<String> fires = branches(root, "fires");
        Set<String> tuned = branches(root, "tuned");
        if (!tuned.isEmpty() && root.constant("kind", Scenario.Kind.class) == Scenario.Kind.ATTACK) {
            throw root.wrong("tuned", "an attack must not be silenced by the pack's tuning");
        }
        if (tuned.stream().anyMatch(fires::contains)) {
            throw root.wrong("tuned", "a branch cannot both fire and be silenced");
        }
        List<Outcome.VersionException> exceptions = new ArrayList<>();
        for (YamlMap map : root.maps("exceptions")) {
            map.only("version", "fires", "reason");
            exceptions.add(new Outcome.VersionException(
                    map.constant("version", Platform.class), branches(map, "fires"), map.text("reason")));
        }
        return new Outcome(fires, tuned, exceptions);
    }

    private static Set<String> branches(YamlMap map, String key) {
        return new LinkedHashSet<>(map.texts(key));
    }
}
