package io.quarry.cli;

/** What the process says by its exit code. */
enum ExitCode {
    /** Ran; what it found is in the output. */
    RAN(0),
    /** Findings or failed tests, where the caller asked to be told so. */
    FINDINGS(1),
    /** A query, rule or pack is wrong. */
    WRONG_RULE(2),
    /** The command line, an input or the configuration is wrong. */
    WRONG_USAGE(3);

    private final int value;

    ExitCode(int value) {
        this.value = value;
    }

    /** The one that matters more of two. */
    static ExitCode worse(ExitCode one, ExitCode other) {
        return other.value > one.value ? other : one;
    }

    int value() {
        return value;
    }
}
