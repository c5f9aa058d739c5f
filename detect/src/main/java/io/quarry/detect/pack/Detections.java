package io.quarry.detect.pack;

import io.quarry.data.Platform;
import io.quarry.detect.Detection;
import io.quarry.detect.Version;
import io.quarry.detect.replay.Replay;
import io.quarry.detect.rule.QueryContext;
import io.quarry.detect.rule.Rule;
import io.quarry.detect.rule.RuleFile;
import io.quarry.detect.rule.RuleFiles;
import io.quarry.detect.rule.RuleFiles.RepairMode;
import io.quarry.detect.rule.SourceFiles;
import io.quarry.detect.side.GivenFiles;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Draft;
import io.quarry.plan.QueryException;
import io.quarry.plan.Repair;
import io.quarry.plan.SourceText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Detections as they are found on disk: packs, query and rule files, and folders of these. A file that is wrong costs only
 * itself.
 */
public final class Detections {
    private static final List<String> BRANCH_COLUMNS = List.of("DetectionBranch", "detection_branch");

    private final Set<Platform> platforms;
    private final RepairMode mode;
    private final GivenFiles files;
    private final PropertyTypes properties = new PropertyTypes();
    private final List<Detection> detections = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Map<String, List<Repair>> repairs = new LinkedHashMap<>();
    private final List<String> skipped = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();

    /**
     * @param platforms versions for other platforms are left out
     * @param files what they may read beside the telemetry; a pack adds its own watchlists
     */
    public Detections(Set<Platform> platforms, RepairMode mode, GivenFiles files) {
        this.platforms = Set.copyOf(platforms);
        this.mode = mode;
        this.files = files;
    }

    /**
     * Adds a pack, a file, or everything in a folder; links are followed, and what several names lead to is added once.
     *
     * @throws IOException if there is no such file or folder, or it cannot be read
     */
    public void add(Path path) throws IOException {
        if (!seen.add(path.toRealPath())) {
            return;
        }
        if (!Files.isDirectory(path)) {
            addFile(path);
        } else if (Packs.isPack(path)) {
            addPack(path);
        } else {
            List<Path> children;
            try (Stream<Path> listing = Files.list(path)) {
                children = listing.sorted().toList();
            }
            children.forEach(this::addFound);
        }
    }

    private void addFound(Path child) {
        if (!Files.isDirectory(child) && !RuleFiles.isRuleFile(child)) {
            skipped.add(child.toString());
            return;
        }
        try {
            add(child);
        } catch (AccessDeniedException e) {
            skipped.add(child + ": permission denied");
        } catch (NoSuchFileException e) {
            skipped.add(child + ": no such file");
        } catch (IOException e) {
            skipped.add(child + ": " + e.getMessage());
        }
    }

    public List<Detection> detections() {
        return List.copyOf(detections);
    }

    /** What is wrong with the files; those with errors are not among the detections. */
    public List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    /** What was repaired, by file. */
    public Map<String, List<Repair>> repairs() {
        return repairs;
    }

    /** Files and folders that are no detections, or for no platform that was asked for; those unreadable with the reason. */
    public List<String> skipped() {
        return List.copyOf(skipped);
    }

    private void addPack(Path folder) throws IOException {
        try {
            Pack pack = Packs.read(folder);
            properties.admit(pack);
            List<Version> versions = new ArrayList<>();
            for (Pack.VersionFile version : pack.versions()) {
                if (platforms.contains(version.platform())) {
                    SourceText source = SourceFiles.read(folder.resolve(version.file()));
                    RuleFile file =
                            RuleFiles.compileForFirst(List.of(version.platform()), source, mode, pack.context(files));
                    note(file);
                    versions.add(version.of(file));
                }
            }
            detections.add(pack.detection(versions));
        } catch (QueryException e) {
            diagnostics.addAll(e.diagnostics());
        }
    }

    private void addFile(Path path) throws IOException {
        List<Platform> candidates =
                RuleFiles.platforms(path).stream().filter(platforms::contains).toList();
        if (candidates.isEmpty()) {
            skipped.add(path.toString());
            return;
        }
        RuleFile file;
        try {
            file = RuleFiles.compileForFirst(candidates, SourceFiles.read(path), mode, context(path));
        } catch (QueryException e) {
            diagnostics.addAll(e.diagnostics());
            return;
        }
        note(file);
        for (Rule rule : file.rules()) {
            RuleFile single = new RuleFile(
                    file.platform(), file.source(), List.of(rule), List.of(), file.repaired(), file.properties());
            detections.add(new Detection(
                    rule.id(),
                    rule.title(),
                    rule.level().orElse(""),
                    Replay.DEFAULT_SCHEDULE,
                    List.of(),
                    List.of(new Version(single, branchColumn(rule.draft()))),
                    List.of()));
        }
    }

    /** What a file is compiled with: as a part of the pack that it lies in, if it lies in one. */
    private QueryContext context(Path file) throws IOException {
        Optional<Path> folder = Packs.around(file);
        if (folder.isEmpty()) {
            return files.context();
        }
        Pack pack = Packs.read(folder.get());
        properties.admit(pack);
        return pack.context(files);
    }

    /** The column that names the branch, as the packs that ship call it. */
    private static Optional<String> branchColumn(Draft draft) {
        return draft instanceof Draft.Complete complete
                ? complete.plan().schema().names().stream()
                        .filter(BRANCH_COLUMNS::contains)
                        .findFirst()
                : Optional.of(BRANCH_COLUMNS.get(0));
    }

    private void note(RuleFile file) {
        diagnostics.addAll(file.diagnostics());
        if (!file.repaired().isEmpty()) {
            repairs.put(file.source().name(), file.repaired());
        }
    }
}
