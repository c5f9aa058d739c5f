package io.quarry.detect.pack;

import io.quarry.data.Platform;
import io.quarry.detect.Allowance;
import io.quarry.detect.Branch;
import io.quarry.detect.Detection;
import io.quarry.detect.Version;
import io.quarry.detect.scenario.Scenario;
import io.quarry.telemetry.view.CustomProperty;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A pack as its files declare it: {@code detection.yml}, {@code tuning.yml}, {@code tests/}.
 *
 * @param severity of the detection; branches may say another
 * @param published the texts as their authors published them
 * @param properties what QRadar's events are to have for the pack's AQL
 */
public record Pack(
        Path folder,
        String id,
        String name,
        String severity,
        Duration every,
        List<Branch> branches,
        List<VersionFile> versions,
        List<PublishedFile> published,
        List<Allowance> allowances,
        List<CustomProperty> properties,
        List<Scenario> scenarios) {
    public Pack {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(every, "every");
        branches = List.copyOf(branches);
        versions = List.copyOf(versions);
        published = List.copyOf(published);
        allowances = List.copyOf(allowances);
        properties = List.copyOf(properties);
        scenarios = List.copyOf(scenarios);
    }

    /**
     * The detection for one platform.
     *
     * @param file relative to the pack's folder
     * @param branchColumn the result column that names the branch; empty where each rule is a branch
     */
    public record VersionFile(Platform platform, String file, Optional<String> branchColumn) {}

    /** A text as it was published, relative to the pack's folder. */
    public record PublishedFile(Platform platform, String file) {}

    /** The detection with these versions, tuned. */
    public Detection detection(List<Version> compiled) {
        return new Detection(id, name, severity, every, branches, compiled, allowances);
    }

    /** The detection with these versions, without its allow-list. */
    public Detection untuned(List<Version> compiled) {
        return new Detection(id, name, severity, every, branches, compiled, List.of());
    }
}
