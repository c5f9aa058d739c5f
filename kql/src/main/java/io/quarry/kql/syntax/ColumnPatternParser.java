package io.quarry.kql.syntax;

import io.quarry.kql.syntax.Token.Kind;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;

/** Parses columns and tables that are named by patterns. */
final class ColumnPatternParser {
    private final Cursor cursor;

    ColumnPatternParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** One or more, divided by commas. */
    List<Expression> patterns() {
        List<Expression> columns = new ArrayList<>();
        do {
            columns.add(pattern());
        } while (cursor.takeIf(","));
        return columns;
    }

    /** A column, {@code *}, or a name with wildcards. */
    Expression pattern() {
        return isWildcardAhead() ? wildcard() : Keywords.variable(cursor);
    }

    /** True if {@code *} or a name with wildcards begins here. */
    boolean isWildcardAhead() {
        return cursor.at("*")
                || cursor.peek().kind() == Kind.NAME
                        && cursor.peek(1).isSymbol("*")
                        && cursor.peek().touches(cursor.peek(1));
    }

    Expression wildcard() {
        Token part = cursor.take();
        Span span = part.span();
        StringBuilder pattern = new StringBuilder(part.text());
        while (part.touches(cursor.peek()) && (cursor.at("*") || cursor.peek().kind() == Kind.NAME)) {
            part = cursor.take();
            pattern.append(part.text());
            span = span.to(part.span());
        }
        return pattern.length() == 1 ? new Expression.Star(span) : new Expression.Pattern(span, pattern.toString());
    }
}
