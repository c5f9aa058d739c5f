package io.quarry.functions.parse;

import io.quarry.data.Type;
import io.quarry.plan.FunctionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Constants, and captures that reach to the next constant. Constants are found from left to right, each at its first place;
 * a whole number before {@code *} ends where its digits end. The first part stands at the start of the text, and the last at
 * its end: the reference calls the match strict, and its examples say {@code *} where a text goes on. Immutable, safe for
 * threads.
 *
 * <p>Source: Kusto Query Language reference, parse operator.
 */
public final class TextPattern {
    private final List<Piece> pieces;

    private TextPattern(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** @throws FunctionException if the value is no pattern, see {@link Piece} */
    public static TextPattern of(Object pattern) {
        return new TextPattern(Piece.list(pattern));
    }

    /** What the captures hold, in order; empty if a constant is missing, or the text goes on behind the pattern. */
    Optional<List<String>> match(String text) {
        List<String> captured = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece instanceof Piece.Constant constant) {
                if (!text.startsWith(constant.text(), at)) {
                    return Optional.empty();
                }
                at += constant.text().length();
            } else {
                int end = end(i, text, at);
                if (end < 0) {
                    return Optional.empty();
                }
                if (piece instanceof Piece.Capture) {
                    captured.add(text.substring(at, end));
                }
                at = end;
            }
        }
        return at == text.length() ? Optional.of(captured) : Optional.empty();
    }

    /** Where a part that is no constant ends; negative if the constant after it is missing. */
    private int end(int index, String text, int from) {
        if (index + 1 == pieces.size()) {
            return text.length();
        }
        return pieces.get(index + 1) instanceof Piece.Constant next
                ? text.indexOf(next.text(), from)
                : endOfNumber(text, from);
    }

    private static int endOfNumber(String text, int from) {
        int digits = text.startsWith("-", from) ? from + 1 : from;
        int end = digits;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end == digits ? from : end;
    }

    /** The types of the captures, in order. */
    List<Type> types() {
        return types(pieces);
    }

    static List<Type> types(List<Piece> pieces) {
        return pieces.stream()
                .filter(Piece.Capture.class::isInstance)
                .map(piece -> ((Piece.Capture) piece).type())
                .toList();
    }
}
