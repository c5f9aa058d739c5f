package io.quarry.detect;

import io.quarry.plan.Code;
import io.quarry.plan.Severity;

/** What can be wrong with the files of a pack, and with those that queries read. */
public enum DetectCode implements Code {
    PACK_UNKNOWN_KEY(Severity.ERROR, "A pack's file has a key that nothing reads."),
    PACK_DUPLICATE_NAME(Severity.ERROR, "Two things in a pack have the same name."),
    PACK_MISSING_KEY(Severity.ERROR, "A pack's file lacks a key that must be there."),
    PACK_WRONG_VALUE(Severity.ERROR, "A value in a pack's file is not of the kind that its key asks for."),
    PACK_UNKNOWN_NAME(Severity.ERROR, "A pack's file uses a name that it does not declare."),
    MISSING_INPUT(Severity.ERROR, "A file that the query reads beside the telemetry is not at hand.");

    private final Severity severity;
    private final String summary;

    DetectCode(Severity severity, String summary) {
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
