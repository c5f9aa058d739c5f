package io.quarry.engine.run;

import io.quarry.plan.Code;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Origin;
import io.quarry.plan.QueryException;
import io.quarry.plan.Severity;
import java.util.List;

/** What can be wrong with a query that only shows when it runs. */
public enum EngineCode implements Code {
    FUNCTION_FAILED(
            Severity.ERROR, "A function has no answer for a value that it met, and the platform fails the query then.");

    private final Severity severity;
    private final String summary;

    EngineCode(Severity severity, String summary) {
        this.severity = severity;
        this.summary = summary;
    }

    /** What stops a run: this, at a place of the query. */
    public QueryException at(Origin origin, String reason) {
        return new QueryException(List.of(Diagnostic.of(this, origin.source(), origin.span(), reason)));
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String summary() {
        return summary;
    }
}
