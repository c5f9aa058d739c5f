package io.quarry.detect.packtest;

import io.quarry.data.Platform;
import java.util.Objects;
import java.util.SortedSet;

/**
 * Which branches a scenario sets off in a published text. Nothing is expected of it; it is shown for comparison.
 *
 * @param file relative to the pack
 * @param fired by the text after the repairs that its diagnostics offer
 * @param isRunnable false if it cannot run even then
 */
public record PublishedOutcome(Platform platform, String file, SortedSet<String> fired, boolean isRunnable) {
    public PublishedOutcome {
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(file, "file");
    }
}
