package io.quarry.detect.rule;

import io.quarry.engine.run.CancelToken;
import io.quarry.plan.Draft;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One runnable query: a whole KQL or AQL text, or one rule of a Sigma file.
 *
 * @param id what tells it apart within its file
 * @param title what it calls itself, else its file's name
 * @param branch the branch that all its rows belong to; empty where the rows say so themselves, or there are no branches
 * @param level the severity that the rule states
 * @param draft what it runs, once it is complete
 */
public record Rule(String id, String title, Optional<String> branch, Optional<String> level, Draft draft) {
    public Rule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(branch, "branch");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(draft, "draft");
    }

    /** Stops a run that begins now where the query itself says when to, if that is earlier than after the given limit. */
    public Optional<CancelToken> ownLimit(Duration limit) {
        return draft.timeLimit().filter(own -> own.compareTo(limit) < 0).map(CancelToken::asQueryAllows);
    }
}
