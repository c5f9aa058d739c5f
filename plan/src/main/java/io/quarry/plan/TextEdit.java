package io.quarry.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Replaces a span of a source text; an empty span inserts. */
public record TextEdit(Span span, String replacement) {
    public TextEdit {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(replacement, "replacement");
    }

    /**
     * The text with all edits made. Where two edits overlap, the one that begins earlier (then: comes first in the list)
     * is made and the other left out; repairing again makes it, if it still applies.
     */
    public static String apply(String text, List<TextEdit> edits) {
        List<TextEdit> ordered = edits.stream()
                .sorted(Comparator.comparingInt(edit -> edit.span().start()))
                .toList();
        StringBuilder out = new StringBuilder(text.length() + 64);
        int done = 0;
        for (TextEdit edit : ordered) {
            if (edit.span().start() < done) {
                continue;
            }
            out.append(text, done, edit.span().start()).append(edit.replacement());
            done = edit.span().end();
        }
        return out.append(text, done, text.length()).toString();
    }
}
