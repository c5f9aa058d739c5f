package io.quarry.functions.parse;

import io.quarry.data.Type;
import io.quarry.plan.FunctionException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A part of a pattern of {@code parse}. As a dynamic value: a text, {@code null}, or a bag with the name of a type. */
public sealed interface Piece {
    String TYPE = "type";

    /** This part as a dynamic value, or null. */
    Object toDynamic();

    /** Text, or a regular expression. */
    record Constant(String text) implements Piece {
        @Override
        public Object toDynamic() {
            return text;
        }
    }

    /** {@code *}: anything. */
    record Skip() implements Piece {
        @Override
        public Object toDynamic() {
            return null;
        }
    }

    /** What becomes a column. */
    record Capture(Type type) implements Piece {
        @Override
        public Object toDynamic() {
            return Map.of(TYPE, type.name().toLowerCase(Locale.ROOT));
        }
    }

    private static Piece of(Object element) {
        if (element == null) {
            return new Skip();
        }
        if (element instanceof String text) {
            return new Constant(text);
        }
        Optional<Type> type = element instanceof Map<?, ?> bag
                ? Arrays.stream(Type.values())
                        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(bag.get(TYPE)))
                        .findFirst()
                : Optional.empty();
        return new Capture(type.orElseThrow(() -> new FunctionException("parse: no part of a pattern: " + element)));
    }

    /** The parts that a dynamic array stands for. */
    static List<Piece> list(Object pattern) {
        if (!(pattern instanceof List<?> elements)) {
            throw new FunctionException("parse: a pattern is an array, found " + pattern);
        }
        return elements.stream().map(Piece::of).toList();
    }
}
