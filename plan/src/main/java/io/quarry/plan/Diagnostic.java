package io.quarry.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something wrong with a text, and where. Front ends collect these; they are rendered once, at the edge.
 *
 * @param message what was found and what was expected; names the thing, no full stop
 * @param hints what would help, each a sentence of its own
 * @param repair exact edits, where the meaning is clear
 */
public record Diagnostic(
        Code code, SourceText source, Span span, String message, List<String> hints, Optional<Repair> repair) {
    public Diagnostic {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(message, "message");
        hints = List.copyOf(hints);
        Objects.requireNonNull(repair, "repair");
    }

    public static Diagnostic of(Code code, SourceText source, Span span, String message, String... hints) {
        return new Diagnostic(code, source, span, message, List.of(hints), Optional.empty());
    }

    public Diagnostic withRepair(Repair exact) {
        return new Diagnostic(code, source, span, message, hints, Optional.of(exact));
    }

    public boolean isError() {
        return code.severity() == Severity.ERROR;
    }

    /**
     * The diagnostic as a person reads it: {@code file:line:column: message [CODE]}, the source line with carets under
     * the span, and the hints.
     */
    public String render() {
        StringBuilder out = new StringBuilder();
        int line = source.line(span.start());
        out.append(source.name()).append(':').append(line).append(':').append(source.column(span.start()));
        out.append(": ");
        if (code.severity() != Severity.ERROR) {
            out.append(code.severity().name().toLowerCase(java.util.Locale.ROOT))
                    .append(": ");
        }
        out.append(message).append(" [").append(code.name()).append("]\n");
        Excerpt.append(out, source, span);
        for (String hint : hints) {
            out.append("  hint: ").append(hint).append('\n');
        }
        repair.ifPresent(
                exact -> out.append("  repair: ").append(exact.description()).append('\n'));
        return out.toString();
    }
}
