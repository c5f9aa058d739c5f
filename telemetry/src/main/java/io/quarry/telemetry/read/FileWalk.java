package io.quarry.telemetry.read;

import io.quarry.data.Ticks;
import io.quarry.telemetry.EventLocation;
import io.quarry.telemetry.ReadProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the files under the inputs: folders in the order of their names, links followed, and each file and folder once,
 * however many names lead to it.
 */
final class FileWalk {
    private final List<FoundFile> files = new ArrayList<>();
    private final List<SkippedFile> skipped = new ArrayList<>();
    private final List<ReadProblem> problems = new ArrayList<>();
    private final Map<Path, Path> seen = new HashMap<>();

    /** What stands for standard input among the inputs; a file of that name is {@code ./-}. */
    private static final Path STANDARD_INPUT = Path.of("-");

    /**
     * Something to read.
     *
     * @param size in bytes when it was found; 0 for standard input
     * @param written when it was last written, in ticks; now if the file system tells a time that is none
     */
    record FoundFile(Path path, long size, long written) {
        /** Its bytes, which whoever asks closes. */
        InputStream open() throws IOException {
            return path.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(path);
        }
    }

    /** @throws InputException if there is no such file or folder */
    void add(Path input) {
        if (input.equals(STANDARD_INPUT)) {
            if (seen.putIfAbsent(STANDARD_INPUT, STANDARD_INPUT) == null) {
                files.add(new FoundFile(STANDARD_INPUT, 0, Ticks.of(Instant.now())));
            }
            return;
        }
        if (!Files.exists(input, LinkOption.NOFOLLOW_LINKS)) {
            throw new InputException(input, "no such file or folder");
        }
        visit(input);
    }

    List<FoundFile> files() {
        return files;
    }

    List<SkippedFile> skipped() {
        return skipped;
    }

    List<ReadProblem> problems() {
        return problems;
    }

    private void visit(Path path) {
        try {
            Path real = path.toRealPath();
            Path first = seen.putIfAbsent(real, path);
            if (first != null) {
                skipped.add(new SkippedFile(path.toString(), "the same as " + first + ", which is read already"));
            } else if (Files.isDirectory(real)) {
                visitFolder(path);
            } else if (Files.isRegularFile(real)) {
                files.add(new FoundFile(
                        path,
                        Files.size(real),
                        Ticks.ofForeign(Files.getLastModifiedTime(real).toInstant())
                                .orElseGet(() -> Ticks.of(Instant.now()))));
            } else {
                skipped.add(new SkippedFile(path.toString(), "neither a file nor a folder"));
            }
        } catch (IOException e) {
            problem(path, e);
        } catch (UncheckedIOException e) {
            problem(path, e.getCause());
        }
    }

    private void visitFolder(Path folder) throws IOException {
        List<Path> children;
        try (Stream<Path> listing = Files.list(folder)) {
            children = listing.sorted(
                            Comparator.comparing(child -> child.getFileName().toString()))
                    .toList();
        }
        children.forEach(this::visit);
    }

    private void problem(Path path, IOException e) {
        problems.add(new ReadProblem(new EventLocation(path.toString(), 0, -1), reason(e)));
    }

    /** What went wrong, for a person; the path is said elsewhere. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "cannot be read: permission denied";
        }
        if (e instanceof NoSuchFileException missing) {
            boolean isLink = Files.isSymbolicLink(Path.of(missing.getFile()));
            return "cannot be read: " + (isLink ? "the link leads nowhere" : "it is gone");
        }
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return "cannot be read: " + message;
    }
}
