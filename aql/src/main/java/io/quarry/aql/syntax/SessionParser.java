package io.quarry.aql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What follows {@code SESSION BY}. */
final class SessionParser {
    private final TokenStream tokens;
    private final ExpressionParser expressions;

    SessionParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Query.Session session(int start) {
        Expression time = expressions.value();
        List<Expression> keys = new ArrayList<>();
        boolean comma = tokens.acceptSymbol(",");
        while (comma || !atPart() && !tokens.atClause() && !tokens.atSymbol(")") && !tokens.atSymbol(";")) {
            keys.add(expressions.value());
            comma = tokens.acceptSymbol(",");
        }
        Optional<Query.Boundary> begin = boundary("BEGIN");
        Optional<Query.Boundary> end = boundary("END");
        OptionalLong timeout = tokens.accept("TIMEOUT") ? OptionalLong.of(number()) : OptionalLong.empty();
        OptionalLong window = tokens.accept("TIMEWINDOW") ? OptionalLong.of(span()) : OptionalLong.empty();
        return new Query.Session(tokens.since(start), time, keys, begin, end, timeout, window);
    }

    private boolean atPart() {
        return tokens.peek().isAnyOf("EXPLICIT", "BEGIN", "END", "TIMEOUT", "TIMEWINDOW");
    }

    private Optional<Query.Boundary> boundary(String word) {
        boolean isExplicit = tokens.at("EXPLICIT", word);
        if (!isExplicit && !tokens.at(word)) {
            return Optional.empty();
        }
        tokens.nextKeyword();
        if (isExplicit) {
            tokens.nextKeyword();
        }
        return Optional.of(new Query.Boundary(isExplicit, expressions.expression()));
    }

    private long number() {
        Token token = tokens.peek();
        if (token.kind() != TokenKind.INTEGER || !token.isCount()) {
            throw tokens.unexpected("a number");
        }
        return Long.parseLong(tokens.next().text());
    }

    private long span() {
        Token amount = tokens.peek();
        number();
        Token unit = tokens.peek();
        Optional<Long> millis = TimeUnits.millis(amount.text() + " " + unit.text());
        if (millis.isEmpty()) {
            throw tokens.unexpected("SECONDS, MINUTES, HOURS or DAYS");
        }
        tokens.nextKeyword();
        return millis.get();
    }
}
