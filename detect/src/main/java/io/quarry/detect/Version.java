package io.quarry.detect;

import io.quarry.data.Platform;
import io.quarry.detect.rule.RuleFile;
import java.util.Objects;
import java.util.Optional;

/**
 * A detection as one platform runs it.
 *
 * @param branchColumn the column of its result that names the branch; empty where each rule is a branch, or there are none
 */
public record Version(RuleFile file, Optional<String> branchColumn) {
    public Version {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(branchColumn, "branchColumn");
    }

    public Platform platform() {
        return file.platform();
    }
}
