package io.quarry.detect.scenario;

import io.quarry.data.Platform;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Which branches of a detection a scenario has to set off.
 *
 * @param fires branches that fire once the pack's tuning is applied; all others stay quiet
 * @param tuned branches that fire without tuning and are silenced by it
 * @param exceptions versions that are known to differ, with the reason
 */
public record Outcome(Set<String> fires, Set<String> tuned, List<VersionException> exceptions) {
    public Outcome {
        fires = Set.copyOf(fires);
        tuned = Set.copyOf(tuned);
        exceptions = List.copyOf(exceptions);
    }

    /** What fires in one version, with the pack's tuning. */
    public Set<String> fires(Platform version) {
        return exceptions.stream()
                .filter(exception -> exception.version() == version)
                .findFirst()
                .map(VersionException::fires)
                .orElse(fires);
    }

    /** What fires in one version without tuning. */
    public Set<String> firesUntuned(Platform version) {
        Set<String> all = new LinkedHashSet<>(fires(version));
        all.addAll(tuned);
        return all;
    }

    /**
     * One version of a detection that is known to differ from the others in a scenario.
     *
     * @param fires what this version sets off instead
     */
    public record VersionException(Platform version, Set<String> fires, String reason) {
        public VersionException {
            Objects.requireNonNull(version, "version");
            fires = Set.copyOf(fires);
            Objects.requireNonNull(reason, "reason");
        }
    }
}
