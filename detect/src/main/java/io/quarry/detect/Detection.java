package io.quarry.detect;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is hunted for: one or more versions of the same idea, each in a platform's language. A single query or rule file is
 * a detection of one version and no branches.
 *
 * @param id stable; a pack's UUID, a Sigma rule's id, else the file's name
 * @param severity {@code informational}, {@code low}, {@code medium}, {@code high} or {@code critical}; empty where nobody
 *     said
 * @param every how often its platform runs it
 * @param allowances what is known to be harmless; the same for all versions
 */
public record Detection(
        String id,
        String name,
        String severity,
        Duration every,
        List<Branch> branches,
        List<Version> versions,
        List<Allowance> allowances) {
    public Detection {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(severity, "severity");
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("a schedule of " + every);
        }
        branches = List.copyOf(branches);
        versions = List.copyOf(versions);
        allowances = List.copyOf(allowances);
    }

    /** The declared branch of that name. */
    public Optional<Branch> branch(String branchName) {
        return branches.stream()
                .filter(branch -> branch.name().equals(branchName))
                .findFirst();
    }
}
