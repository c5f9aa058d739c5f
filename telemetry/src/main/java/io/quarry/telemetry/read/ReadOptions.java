package io.quarry.telemetry.read;

import java.util.Objects;

/**
 * How to read.
 *
 * @param threads files that are decoded at once; the events that come out, and their order, do not depend on it
 */
public record ReadOptions(int threads, ReadProgress progress) {
    public ReadOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads);
        }
        Objects.requireNonNull(progress, "progress");
    }

    /** One thread for each processor, no progress. */
    public static ReadOptions defaults() {
        return new ReadOptions(Runtime.getRuntime().availableProcessors(), ReadProgress.NONE);
    }
}
