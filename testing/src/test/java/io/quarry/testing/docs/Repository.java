package io.quarry.testing.docs;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the sources lie, from whichever module a test runs. */
public final class Repository {
    private Repository() {}

    /** The folder that holds {@code packs} and {@code docs}. */
    public static Path folder() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("packs"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
