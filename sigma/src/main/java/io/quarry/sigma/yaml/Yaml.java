package io.quarry.sigma.yaml;

import io.quarry.plan.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A YAML value and where it was written. Aliases have been replaced by what they stand for, so a tree is finite and free
 * of cycles; its spans then point to the anchored text. Immutable.
 */
public sealed interface Yaml {
    Span span();

    /** What the value is, as messages name it: {@code text}, {@code a list}, {@code a map}. */
    String kind();

    /**
     * One value that is neither list nor map.
     *
     * @param text what the author wrote, without quotes, escapes and folding undone; never converted: {@code 0x10} and
     *     {@code false} are these texts
     * @param isNull true for an unquoted {@code null} or {@code ~} and for a value that is not there
     * @param textStart where the text begins in the source; -1 if it does not stand there letter by letter
     */
    record Scalar(String text, boolean isNull, Span span, int textStart) implements Yaml {
        public Scalar {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(span, "span");
        }

        /** Where {@code text[from..to)} is written; the span of the whole value where that cannot be told. */
        public Span part(int from, int to) {
            return textStart < 0 ? span : new Span(textStart + from, textStart + to);
        }

        @Override
        public String kind() {
            return isNull ? "null" : "text";
        }
    }

    record Sequence(List<Yaml> items, Span span) implements Yaml {
        public Sequence {
            items = List.copyOf(items);
            Objects.requireNonNull(span, "span");
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A map; its keys are distinct and in the order in which they were written. */
    record Mapping(List<Entry> entries, Span span) implements Yaml {
        public Mapping {
            entries = List.copyOf(entries);
            Objects.requireNonNull(span, "span");
        }

        /** The value of a key; empty if there is no such key. */
        public Optional<Yaml> get(String key) {
            return entry(key).map(Entry::value);
        }

        public Optional<Entry> entry(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().text().equals(key))
                    .findFirst();
        }

        @Override
        public String kind() {
            return "a map";
        }
    }

    record Entry(Scalar key, Yaml value) {}
}
