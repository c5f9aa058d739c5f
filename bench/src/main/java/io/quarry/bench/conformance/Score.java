package io.quarry.bench.conformance;

/** What a conformance run comes to. */
interface Score {
    /** True if nothing is wrong. */
    boolean isPerfect();

    /** The line that the run ends with. */
    String line();
}
