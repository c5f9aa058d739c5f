package io.quarry.cli;

import io.quarry.detect.pack.Pack;
import io.quarry.detect.pack.Packs;
import io.quarry.detect.rule.RuleFiles;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.QueryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The queries and rules that {@code check} was asked for. Those of a folder include, apart, the texts that a pack keeps as they
 * were published: what is wrong with them is why the pack has versions of its own. Named one by one they are files like any
 * other.
 *
 * @param packProblems what is wrong with the packs themselves
 * @param maintainedAs for each published text, the versions of the pack for the same platform
 */
record CheckedFiles(List<Path> files, List<Diagnostic> packProblems, Map<Path, String> maintainedAs) {
    /**
     * The file, or what is in the folder.
     *
     * @param refused is told of folders that cannot be listed, and of packs that cannot be read
     * @throws IOException if there is no such file or folder
     */
    static CheckedFiles of(Path path, Consumer<IOException> refused) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!Files.isDirectory(path)) {
            return new CheckedFiles(List.of(path), List.of(), Map.of());
        }
        List<Path> files = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        Map<Path, String> maintainedAs = new HashMap<>();
        for (Path found : FolderWalk.of(path, refused)) {
            if (Files.isDirectory(found) && Packs.isPack(found)) {
                try {
                    maintainedAs.putAll(published(Packs.read(found)));
                } catch (QueryException e) {
                    problems.addAll(e.diagnostics());
                } catch (IOException e) {
                    refused.accept(e);
                }
            } else if (Files.isRegularFile(found) && RuleFiles.isRuleFile(found)) {
                files.add(found);
            }
        }
        return new CheckedFiles(files, problems, maintainedAs);
    }

    private static Map<Path, String> published(Pack pack) {
        Map<Path, String> maintainedAs = new HashMap<>();
        for (Pack.PublishedFile published : pack.published()) {
            String versions = pack.versions().stream()
                    .filter(version -> version.platform() == published.platform())
                    .map(Pack.VersionFile::file)
                    .collect(Collectors.joining(", "));
            maintainedAs.put(pack.folder().resolve(published.file()), versions);
        }
        return maintainedAs;
    }
}
