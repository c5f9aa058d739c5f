package io.quarry.kql.syntax;

/** Leaves the productions up to the next point of recovery; what was wrong has been reported. */
final class SyntaxError extends RuntimeException {
    SyntaxError() {
        super(null, null, false, false);
    }
}
