package io.quarry.bench.conformance;

import java.io.PrintStream;

/** Counts the records of a conformance run and lists those that are not equal. */
final class RecordScore implements Score {
    private final PrintStream out;
    private long equal;
    private long differ;
    private long missing;
    private long extra;

    RecordScore(PrintStream out) {
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

    @Override
    public boolean isPerfect() {
        return differ == 0 && missing == 0 && extra == 0;
    }

    @Override
    public String line() {
        return "equal=" + equal + " differ=" + differ + " missing=" + missing + " extra=" + extra;
    }
}
