package io.quarry.plan;

/** A function cannot answer for its arguments, and the platform fails the whole query in that case. */
public final class FunctionException extends RuntimeException {
    public FunctionException(String message) {
        super(message);
    }
}
