package io.quarry.testing.pack;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the ClickOnce pack stands in the source tree. */
final class ClickOncePack {
    private ClickOncePack() {}

    static Path folder() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("packs"))) {
            folder = folder.getParent();
        }
        return folder.resolve("packs/T1127.002-clickonce");
    }
}
