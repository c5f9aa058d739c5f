package io.quarry.detect.scenario;

import io.quarry.detect.yaml.YamlMap;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The processes of a scenario by the names that it gives them. */
final class Cast {
    private final Scene scene;
    private final Map<String, YamlMap> written;
    private final Map<String, RunningProcess> processes = new LinkedHashMap<>();
    private final Images images = Images.bundled();

    /** Where and when a scenario plays, and who acts unless a process says otherwise. */
    record Scene(String id, String host, Account user, Instant start) {}

    private Cast(Scene scene, Map<String, YamlMap> written) {
        this.scene = scene;
        this.written = written;
    }

    /** The processes under {@code processes}; those that no step starts run since the host was started. */
    static Cast read(YamlMap root, Scene scene, List<Step> steps) {
        Cast cast = new Cast(scene, root.namedMaps("processes"));
        Map<String, Instant> starts = new LinkedHashMap<>();
        for (Step step : steps) {
            if (step.verb() == Step.Verb.START) {
                cast.written(step.map(), "start");
                starts.putIfAbsent(step.startedProcess(), step.at());
            }
        }
        Set<Long> taken = new HashSet<>();
        cast.written.forEach((name, map) -> {
            map.only("image", "command", "directory", "parent", "user", "integrity", "as", "details");
            if (map.has("parent")) {
                cast.written(map, "parent");
            }
            cast.processes.put(name, cast.process(name, Optional.ofNullable(starts.get(name)), taken));
        });
        return cast;
    }

    /** The process that a key names. */
    RunningProcess process(YamlMap map, String key) {
        written(map, key);
        return processes.get(map.text(key));
    }

    /** The parent of the process that a key names. */
    RunningProcess parent(YamlMap map, String key) {
        YamlMap child = written(map, key);
        return processes.get(child.text("parent"));
    }

    /** What the executable or library at a path says of itself. */
    ImageDetails details(String path) {
        return images.of(path).orElse(ImageDetails.NONE);
    }

    private YamlMap written(YamlMap map, String key) {
        YamlMap process = written.get(map.text(key));
        if (process == null) {
            throw map.unknownName(key, "no process '" + map.text(key) + "'", written.keySet());
        }
        return process;
    }

    /** @param started empty for a process that runs since the host was started */
    private RunningProcess process(String name, Optional<Instant> started, Set<Long> taken) {
        YamlMap map = written.get(name);
        String image = map.text("image");
        Account account =
                map.has("user") ? map.parsed("user", "an account such as DOMAIN\\name", Account::of) : scene.user();
        Seed seed = started.isPresent()
                ? Seed.of(scene.id()).with("process").with(name)
                : Resident.seed(scene.host(), image, account);
        Integrity standard = account.isSystem() ? Integrity.SYSTEM : Integrity.MEDIUM;
        return new RunningProcess(
                image,
                map.optionalText("command").orElse('"' + image + '"'),
                map.optionalText("directory").orElseGet(() -> directory(image)),
                account,
                map.has("integrity") ? map.constant("integrity", Integrity.class) : standard,
                details(map, image),
                processId(seed, taken),
                ProcessGuid.of(scene.host(), started.orElseGet(() -> Resident.since(scene.start())), seed));
    }

    private ImageDetails details(YamlMap map, String image) {
        Optional<YamlMap> own = map.optionalMap("details");
        if (own.isPresent()) {
            YamlMap details = own.get().only("version", "description", "product", "company", "original");
            return new ImageDetails(
                    details.optionalText("version").orElse("1.0.0.0"),
                    details.text("description"),
                    details.text("product"),
                    details.text("company"),
                    details.text("original"));
        }
        if (map.has("as")) {
            return images.of(map.text("as"))
                    .orElseThrow(() -> map.unknownName(
                            "as", "no version resource is known for '" + map.text("as") + "'", List.of()));
        }
        return details(image);
    }

    private static String directory(String image) {
        return image.startsWith("C:\\Windows\\")
                ? "C:\\Windows\\system32\\"
                : image.substring(0, image.lastIndexOf('\\') + 1);
    }

    private static long processId(Seed seed, Set<Long> taken) {
        long id = 4 * seed.between(300, 3_600);
        while (!taken.add(id)) {
            id += 4;
        }
        return id;
    }
}
