package io.quarry.aql.reference;

/** What a lookup needs is there and cannot be read; the message says which and why. */
public final class ReferenceDataException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ReferenceDataException(String message) {
        super(message);
    }
}
