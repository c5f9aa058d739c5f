package io.quarry.kql.syntax;

import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.SortKey;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Parses what rows are sorted by. */
final class OrderingParser {
    /** Directions as other languages have them. */
    private static final Map<String, SortKey.Direction> MISWRITTEN = Map.of(
            "asc", SortKey.Direction.ASCENDING,
            "ascending", SortKey.Direction.ASCENDING,
            "desc", SortKey.Direction.DESCENDING,
            "descending", SortKey.Direction.DESCENDING);

    private final Cursor cursor;
    private final ExpressionParser expressions;

    OrderingParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** One or more, divided by commas. */
    List<Ordering> orderings() {
        List<Ordering> keys = new ArrayList<>();
        do {
            keys.add(ordering());
        } while (cursor.takeIf(",") || MissingCommas.isAhead(cursor));
        return keys;
    }

    /** An expression with its direction. */
    Ordering ordering() {
        Expression key = expressions.named();
        if (cursor.peek().kind() == Token.Kind.NAME && MISWRITTEN.containsKey(lowerCase(cursor.peek()))) {
            return new Ordering(key, miswrittenDirection(), nulls());
        }
        SortKey.Direction direction = cursor.atName("asc") ? SortKey.Direction.ASCENDING : SortKey.Direction.DESCENDING;
        if (cursor.atName("asc") || cursor.atName("desc")) {
            cursor.take();
        }
        return new Ordering(key, direction, nulls());
    }

    /** {@code DESC}: reported, and understood. */
    private SortKey.Direction miswrittenDirection() {
        Span place = cursor.placeOfExpected();
        Token word = cursor.take();
        SortKey.Direction direction = MISWRITTEN.get(lowerCase(word));
        String right = direction == SortKey.Direction.ASCENDING ? "asc" : "desc";
        cursor.problems()
                .report(
                        CommonCode.SYNTAX,
                        place,
                        "expected '" + right + "', found " + word.describe(),
                        List.of("the directions are asc and desc, in small letters"),
                        Optional.of(Repair.replace("write " + right, word.span(), right)));
        return direction;
    }

    private static String lowerCase(Token word) {
        String text = word.text();
        return text.equals("asc") || text.equals("desc") ? "" : text.toLowerCase(Locale.ROOT);
    }

    private Optional<SortKey.Nulls> nulls() {
        if (!cursor.takeIfName("nulls")) {
            return Optional.empty();
        }
        if (cursor.takeIfName("first")) {
            return Optional.of(SortKey.Nulls.FIRST);
        }
        cursor.expectName("last");
        return Optional.of(SortKey.Nulls.LAST);
    }
}
