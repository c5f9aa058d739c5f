package io.quarry.detect.scenario;

import io.quarry.plan.SourceText;
import io.quarry.telemetry.Event;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One test of a detection: what happened on a host, and what the detection has to make of it.
 *
 * @param id unique within the pack; ids of processes, records and hashes are derived from it
 * @param source where the test comes from: {@code published test 1}, {@code dossier B05}
 * @param host the fully qualified name of the computer
 * @param user the account that acts, as {@code DOMAIN\name}
 * @param start when the first event happens
 * @param events what the host's logs hold of it, in order of time
 * @param outcome which branches fire
 * @param text the file that says so
 */
public record Scenario(
        String id,
        String title,
        Kind kind,
        String source,
        String description,
        String host,
        String user,
        Instant start,
        List<Event> events,
        List<ExpectedSignal> signals,
        Outcome outcome,
        SourceText text) {
    public Scenario {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(start, "start");
        events = List.copyOf(events);
        signals = List.copyOf(signals);
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(text, "text");
    }

    /** Branches that fire in every version once the pack's tuning is applied; empty where all have to stay quiet. */
    public Set<String> fires() {
        return outcome.fires();
    }

    /** Branches that fire without the pack's tuning and are silenced by it. */
    public Set<String> tuned() {
        return outcome.tuned();
    }

    /** Whether somebody attacks. */
    public enum Kind {
        ATTACK,
        /** Ordinary activity that looks like an attack. */
        BENIGN
    }
}
