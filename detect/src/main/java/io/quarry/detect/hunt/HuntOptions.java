package io.quarry.detect.hunt;

import io.quarry.detect.replay.Replay;
import java.util.Objects;

/**
 * How to hunt.
 *
 * @param bounds which time is covered
 * @param threads for each query
 */
public record HuntOptions(Replay.Bounds bounds, int threads) {
    public static final HuntOptions DEFAULT = new HuntOptions(Replay.Bounds.NONE, 2);

    public HuntOptions {
        Objects.requireNonNull(bounds, "bounds");
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads);
        }
    }
}
