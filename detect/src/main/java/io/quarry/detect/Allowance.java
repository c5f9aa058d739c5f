package io.quarry.detect;

import io.quarry.plan.Plan;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An entry of a detection's allow-list: events that are known to be harmless. It is tried on the events that prove an
 * alert, not on result rows, so that one entry tunes the versions in all languages alike.
 *
 * @param branches the branches that it silences; empty for all
 * @param expires the day after which somebody has to look at it again; it goes on silencing
 * @param events gives the harmless events: a plan over {@code sigma:events}
 */
public record Allowance(String name, String reason, Set<String> branches, Optional<LocalDate> expires, Plan events) {
    public Allowance {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(reason, "reason");
        branches = Set.copyOf(branches);
        Objects.requireNonNull(expires, "expires");
        Objects.requireNonNull(events, "events");
    }

    /** True if somebody should have looked at it before that day. */
    public boolean isOverdue(LocalDate today) {
        return expires.filter(today::isAfter).isPresent();
    }

    /** True if the entry speaks of that branch. */
    public boolean covers(String branch) {
        return branches.isEmpty() || branches.contains(branch);
    }
}
