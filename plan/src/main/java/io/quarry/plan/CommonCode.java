package io.quarry.plan;

/** Codes that every language shares. */
public enum CommonCode implements Code {
    SYNTAX(Severity.ERROR, "The text does not follow the grammar of its language."),
    UNSUPPORTED(Severity.ERROR, "The construct is legal on the platform, but Quarry cannot run it yet."),
    MORE_FINDINGS(Severity.WARNING, "More is found in the text than is listed."),
    LIMIT(Severity.ERROR, "The text is nested too deeply or too long to be analyzed."),
    UNREADABLE_TEXT(Severity.ERROR, "The bytes of the file are not text in UTF-8 or UTF-16.");

    private final Severity severity;
    private final String summary;

    CommonCode(Severity severity, String summary) {
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
