package io.quarry.testing.qt;

/**
 * A query of a case.
 *
 * @param line the 1-based line of its head in the file
 */
record QtQuery(Dialect dialect, Answer answer, String text, int line) {
    /** What is compared. */
    enum Answer {
        ROWS,
        ERROR,
        PLAN
    }
}
