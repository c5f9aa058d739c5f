package io.quarry.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** The packs that come with Quarry. */
final class ShippedPacks {
    private ShippedPacks() {}

    /**
     * Their folder, beside the program.
     *
     * @throws UsageException if it is not there
     */
    static Path folder() {
        Path folder = Path.of(System.getProperty("quarry.home", "")).resolve("packs");
        if (!Files.isDirectory(folder)) {
            throw new UsageException("no folder of packs at " + folder.toAbsolutePath()
                    + "; start Quarry with its own script, or name detections with -d");
        }
        return folder;
    }
}
