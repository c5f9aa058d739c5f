package io.quarry.telemetry;

import java.util.Objects;

/**
 * A file that is read.
 *
 * @param name what locations carry
 * @param written when it was last written, in ticks ({@link io.quarry.data.Type#DATETIME}): tells the year of times that
 *     name none
 */
public record SourceFile(String name, long written) {
    public SourceFile {
        Objects.requireNonNull(name, "name");
    }
}
