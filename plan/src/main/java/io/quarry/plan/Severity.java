package io.quarry.plan;

/** How bad a diagnostic is. */
public enum Severity {
    /** The platform refuses the text, or Quarry does because it cannot answer rightly. */
    ERROR,
    /** Legal, and most likely not what the author meant: finds nothing, searches five minutes, matches too much. */
    WARNING,
    /** Worth knowing. */
    INFO
}
