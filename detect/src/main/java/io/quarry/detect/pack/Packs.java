package io.quarry.detect.pack;

import io.quarry.aql.catalog.AqlReadings;
import io.quarry.data.Platform;
import io.quarry.detect.Allowance;
import io.quarry.detect.Branch;
import io.quarry.detect.DetectCode;
import io.quarry.detect.pack.Pack.PublishedFile;
import io.quarry.detect.pack.Pack.VersionFile;
import io.quarry.detect.rule.SourceFiles;
import io.quarry.detect.scenario.Scenario;
import io.quarry.detect.scenario.Scenarios;
import io.quarry.detect.yaml.YamlMap;
import io.quarry.detect.yaml.YamlText;
import io.quarry.sigma.SigmaSelections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** Reads packs. */
public final class Packs {
    private static final String DETECTION = "detection.yml";
    private static final String TUNING = "tuning.yml";
    private static final String TESTS = "tests";
    private static final String SWITCHES = "aql-switches";

    /** Keys of {@code detection.yml} that are for readers only. */
    private static final List<String> FOR_READERS = List.of(
            "version",
            "status",
            "license",
            "confidence",
            "description",
            "attack",
            "data-sources",
            "required",
            "false-positives",
            "related-detections",
            "parameters",
            "references");

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(365);

    private Packs() {}

    /** True if the folder is a pack. */
    public static boolean isPack(Path folder) {
        return Files.isRegularFile(folder.resolve(DETECTION));
    }

    /**
     * The pack in a folder.
     *
     * @throws io.quarry.plan.QueryException if one of its files is wrong
     * @throws IOException if one cannot be read
     */
    public static Pack read(Path folder) throws IOException {
        YamlMap root = YamlText.read(SourceFiles.read(folder.resolve(DETECTION)));
        List<String> keys = new ArrayList<>(List.of(
                "id", "name", "severity", "branches", "versions", "published", "schedule", "properties", SWITCHES));
        keys.addAll(FOR_READERS);
        root.only(keys.toArray(String[]::new));
        List<Branch> branches = distinct(root.maps("branches"), Packs::branch, Branch::name);
        List<VersionFile> versions = distinct(
                root.maps("versions"),
                Packs::version,
                version -> version.platform().label() + " " + version.file());
        Path tuning = folder.resolve(TUNING);
        Path tests = folder.resolve(TESTS);
        List<Allowance> allowances = Files.exists(tuning)
                ? YamlText.read(SourceFiles.read(tuning)).only("allow").maps("allow").stream()
                        .map(entry -> allowance(entry, branches))
                        .toList()
                : List.of();
        List<Scenario> scenarios = Files.isDirectory(tests) ? Scenarios.readAll(tests) : List.of();
        return new Pack(
                folder,
                root.text("id"),
                root.text("name"),
                root.text("severity"),
                every(root),
                branches,
                versions,
                root.maps("published").stream().map(Packs::published).toList(),
                allowances,
                PackProperties.of(root),
                readings(root),
                scenarios);
    }

    /** The folder of the pack that a file belongs to: the nearest one above it that is a pack. */
    public static Optional<Path> around(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path folder = file.toAbsolutePath().normalize().getParent();
        while (folder != null && !isPack(folder)) {
            folder = folder.getParent();
        }
        boolean isNamedFromHere = !file.isAbsolute() && folder != null && folder.startsWith(here);
        return Optional.ofNullable(isNamedFromHere ? here.relativize(folder) : folder);
    }

    private static AqlReadings readings(YamlMap root) {
        AqlReadings readings = AqlReadings.STANDARD;
        Optional<YamlMap> switches = root.optionalMap(SWITCHES);
        for (String name : switches.map(YamlMap::keys).orElse(List.of())) {
            try {
                readings = readings.with(name, switches.get().text(name));
            } catch (IllegalArgumentException e) {
                throw switches.get().wrong(name, e.getMessage());
            }
        }
        return readings;
    }

    private static Branch branch(YamlMap map) {
        map.only("name", "risk", "severity", "description", "techniques", "signals");
        OptionalInt risk = map.has("risk")
                ? OptionalInt.of(map.parsed("risk", "a number from 0 to 100", Packs::risk))
                : OptionalInt.empty();
        return new Branch(
                map.text("name"),
                risk,
                map.optionalText("severity").orElse(""),
                map.optionalText("description").orElse(""));
    }

    private static int risk(String text) {
        int risk = Integer.parseInt(text);
        if (risk < 0 || risk > 100) {
            throw new IllegalArgumentException(text);
        }
        return risk;
    }

    private static VersionFile version(YamlMap map) {
        map.only("platform", "file", "branch-column", "confidence");
        return new VersionFile(
                map.constant("platform", Platform.class),
                map.text("file"),
                map.optionalText("branch-column"),
                map.source(),
                map.span("branch-column"));
    }

    /** What the mappings say, which must differ in their names. */
    private static <T> List<T> distinct(List<YamlMap> maps, Function<YamlMap, T> reader, Function<T, String> name) {
        List<T> read = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlMap map : maps) {
            T one = reader.apply(map);
            if (!names.add(name.apply(one))) {
                throw map.failure(DetectCode.PACK_DUPLICATE_NAME, "'" + name.apply(one) + "' is there already");
            }
            read.add(one);
        }
        return read;
    }

    private static PublishedFile published(YamlMap map) {
        map.only("platform", "file");
        return new PublishedFile(map.constant("platform", Platform.class), map.text("file"));
    }

    private static Duration every(YamlMap root) {
        YamlMap schedule = root.map("schedule").only("every", "lookback");
        return schedule.parsed("every", "a duration such as 30m, 1h or 1d, from 1s to 365d", Packs::duration);
    }

    private static Duration duration(String text) {
        Duration duration = Duration.parse(
                text.endsWith("d") ? "P" + text.toUpperCase(Locale.ROOT) : "PT" + text.toUpperCase(Locale.ROOT));
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(text);
        }
        return duration;
    }

    private static Allowance allowance(YamlMap map, List<Branch> branches) {
        map.only("name", "reason", "branches", "match", "owner", "expires");
        List<String> known = branches.stream().map(Branch::name).toList();
        List<String> covered = map.texts("branches");
        if (!known.containsAll(covered)) {
            throw map.unknownName("branches", "the detection has not all of the branches " + covered, known);
        }
        Optional<LocalDate> expires = map.has("expires")
                ? Optional.of(map.parsed("expires", "a date such as 2027-03-31", LocalDate::parse))
                : Optional.empty();
        return new Allowance(
                map.text("name"),
                map.text("reason"),
                new LinkedHashSet<>(covered),
                expires,
                SigmaSelections.compile(map.source(), map.yaml("match")).orThrow());
    }
}
