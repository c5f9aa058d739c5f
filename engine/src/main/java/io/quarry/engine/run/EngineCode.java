package io.quarry.engine.run;

import io.quarry.plan.Code;
import io.quarry.plan.Severity;

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

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String summary() {
        return summary;
    }
}
