package io.quarry.bench.conformance;

import java.io.PrintStream;

/** Counts the answers of a conformance run and lists those that are not equal. */
final class Score {
    private final PrintStream out;
    private long equal;
    private long differ;
    private long missing;
    private long extra;

    Score(PrintStream out) {
        this.out = out;
    }

    void equal() {
        equal++;
    }

    /** @param what the case, and in what it differs */
    void differ(String what) {
        differ++;
        out.println("differs: " + what);
    }

    /** @param what a case of the answer sheet for which we have no answer */
    void missing(String what) {
        missing++;
        out.println("missing: " + what);
    }

    /** @param what an answer of ours for which the answer sheet has no case */
    void extra(String what) {
        extra++;
        out.println("extra: " + what);
    }

    boolean isPerfect() {
        return differ == 0 && missing == 0 && extra == 0;
    }

    /** The line that a run ends with. */
    String line() {
        return "equal=" + equal + " differ=" + differ + " missing=" + missing + " extra=" + extra;
    }
}
