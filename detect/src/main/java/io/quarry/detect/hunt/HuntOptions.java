package io.quarry.detect.hunt;

import io.quarry.detect.replay.Replay;
import java.time.Duration;
import java.util.Objects;

/**
 * How to hunt.
 *
 * @param bounds which time is covered
 * @param threads for each query
 * @param timeLimit of each run of a query
 */
public record HuntOptions(Replay.Bounds bounds, int threads, Duration timeLimit) {
    public static final HuntOptions DEFAULT = new HuntOptions(Replay.Bounds.NONE, 2, Duration.ofMinutes(10));

    public HuntOptions {
        Objects.requireNonNull(bounds, "bounds");
        Objects.requireNonNull(timeLimit, "timeLimit");
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads);
        }
    }
}
