package io.quarry.kql.catalog;

import io.quarry.plan.Code;
import java.util.List;

/** A file that a query reads is not at hand or cannot be read; the message says which and why, the hints what to do. */
public final class SideInputException extends RuntimeException {
    private final transient Code code;
    private final transient List<String> hints;

    public SideInputException(Code code, String message, String... hints) {
        super(message);
        this.code = code;
        this.hints = List.of(hints);
    }

    public Code code() {
        return code;
    }

    public List<String> hints() {
        return hints;
    }
}
