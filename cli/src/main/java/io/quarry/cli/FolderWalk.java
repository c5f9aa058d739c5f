package io.quarry.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What is in a folder and the folders in it, which links to folders are not. */
final class FolderWalk {
    private final Consumer<IOException> refused;
    private final List<Path> found = new ArrayList<>();

    private FolderWalk(Consumer<IOException> refused) {
        this.refused = refused;
    }

    /**
     * Folders, each before what is in it, and files, by name.
     *
     * @param refused is told of each folder that cannot be listed
     */
    static List<Path> of(Path folder, Consumer<IOException> refused) {
        FolderWalk walk = new FolderWalk(refused);
        walk.visit(folder);
        return walk.found;
    }

    private void visit(Path folder) {
        found.add(folder);
        List<Path> children;
        try (Stream<Path> listed = Files.list(folder)) {
            children = listed.sorted().toList();
        } catch (IOException e) {
            refused.accept(e);
            return;
        }
        for (Path child : children) {
            if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                visit(child);
            } else {
                found.add(child);
            }
        }
    }
}
