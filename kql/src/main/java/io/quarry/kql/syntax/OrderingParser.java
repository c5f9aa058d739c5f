package io.quarry.kql.syntax;

import io.quarry.plan.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses what rows are sorted by. */
final class OrderingParser {
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
        SortKey.Direction direction = cursor.atName("asc") ? SortKey.Direction.ASCENDING : SortKey.Direction.DESCENDING;
        if (cursor.atName("asc") || cursor.atName("desc")) {
            cursor.take();
        }
        return new Ordering(key, direction, nulls());
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
