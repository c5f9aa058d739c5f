package io.quarry.kql.syntax;

import io.quarry.data.Type;
import io.quarry.kql.syntax.Expression.Name;
import io.quarry.kql.syntax.Token.Kind;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parses what follows {@code with} in {@code parse}: string literals, stars and columns. */
final class ParsePatternParser {
    /** Words that are no names of columns here unless they are written in brackets. */
    private static final Set<String> RESERVED = Set.of("from", "to");

    private final Cursor cursor;

    ParsePatternParser(Cursor cursor) {
        this.cursor = cursor;
    }

    List<ParsePiece> pattern() {
        List<ParsePiece> pieces = new ArrayList<>();
        do {
            pieces.add(piece());
        } while (pieceAhead());
        return pieces;
    }

    private boolean pieceAhead() {
        return cursor.peek().kind() == Kind.STRING || cursor.at("*") || cursor.atAnyName();
    }

    private ParsePiece piece() {
        if (cursor.peek().kind() == Kind.STRING) {
            return constant();
        }
        if (cursor.at("*")) {
            return new ParsePiece.Skip(cursor.take().span());
        }
        if (!cursor.atAnyName()) {
            throw cursor.expected("a string, '*' or the name of a column");
        }
        return column();
    }

    private ParsePiece constant() {
        Span span = cursor.peek().span();
        StringBuilder text = new StringBuilder();
        while (cursor.peek().kind() == Kind.STRING) {
            Token part = cursor.take();
            text.append(part.text());
            span = span.to(part.span());
        }
        return new ParsePiece.Constant(span, text.toString());
    }

    private ParsePiece column() {
        Token first = cursor.peek();
        if (first.kind() == Kind.NAME && RESERVED.contains(first.text())) {
            throw cursor.fail(
                    first.span(),
                    "'" + first.text() + "' is a keyword here, not the name of a column",
                    "write ['" + first.text() + "']");
        }
        Name name = cursor.name();
        Type type = cursor.takeIf(":") ? new DeclarationParser(cursor).type() : Type.STRING;
        return new ParsePiece.Column(name.span().to(cursor.last().span()), name, type);
    }
}
