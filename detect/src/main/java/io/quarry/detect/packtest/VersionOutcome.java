package io.quarry.detect.packtest;

import io.quarry.data.Platform;
import java.util.Objects;
import java.util.SortedSet;

/**
 * Which branches a scenario set off in one version.
 *
 * @param fired with the pack's tuning
 * @param expected what has to fire with the pack's tuning
 * @param firedUntuned without it
 * @param expectedUntuned what has to fire without it
 */
public record VersionOutcome(
        Platform platform,
        SortedSet<String> fired,
        SortedSet<String> expected,
        SortedSet<String> firedUntuned,
        SortedSet<String> expectedUntuned) {
    public VersionOutcome {
        Objects.requireNonNull(platform, "platform");
    }

    public boolean isMet() {
        return fired.equals(expected) && firedUntuned.equals(expectedUntuned);
    }
}
