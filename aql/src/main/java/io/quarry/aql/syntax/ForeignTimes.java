package io.quarry.aql.syntax;

import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import java.util.Optional;
import java.util.Set;

/** Time clauses of other languages: {@code WITHIN 24 HOURS}, {@code FOR THE LAST 7 DAYS}, {@code BETWEEN '...' AND '...'}. */
final class ForeignTimes {
    /** Words before a span of time. */
    private static final Set<String> SPANS =
            Set.of("TIMESPAN", "TIMERANGE", "TIMEFRAME", "TIMEWINDOW", "WITHIN", "PAST", "PREVIOUS", "SINCE", "DURING");

    /** Words before {@code LAST}. */
    private static final Set<String> PREPOSITIONS =
            Set.of("FOR", "IN", "WITHIN", "DURING", "OVER", "FROM", "SINCE", "THE");

    private final TokenStream tokens;

    ForeignTimes(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** True if words stand here that one leaves out before the time clause. */
    boolean atPreposition() {
        return prepositions() > 0;
    }

    private int prepositions() {
        int words = 0;
        while (PREPOSITIONS.contains(tokens.peek(words).keyword()) && words < 2) {
            words++;
        }
        boolean isSpan = tokens.peek(words).is("LAST") && tokens.peek(words + 1).kind() == TokenKind.INTEGER;
        return isSpan ? words : 0;
    }

    /** Takes the words before {@code LAST}; reported. */
    void skipPrepositions() {
        int start = tokens.peek().start();
        for (int words = prepositions(); words > 0; words--) {
            tokens.next();
        }
        Span span = tokens.since(start);
        String written = tokens.findings().source().slice(span);
        tokens.findings()
                .add(
                        Repair.replace(
                                "remove " + written,
                                new Span(start, tokens.peek().start()),
                                ""),
                        CommonCode.SYNTAX,
                        span,
                        written + " stands before the time clause");
    }

    /** True if a span of time stands here in words of another language. */
    boolean at() {
        return range().isPresent() || span().isPresent();
    }

    /** The clause; reported. */
    TimeClause clause() {
        int start = tokens.peek().start();
        Optional<String> meant = range().or(this::span);
        Token last = tokens.peek(length() - 1);
        while (tokens.peek().start() <= last.start() && !tokens.atEnd()) {
            tokens.next();
        }
        Span span = tokens.since(start);
        String message = tokens.findings().source().slice(span) + " is no time clause of AQL";
        tokens.findings().correct(CommonCode.SYNTAX, span, message, meant.orElseThrow());
        return new TimeClause.Unread(span);
    }

    private int length() {
        if (range().isPresent()) {
            return 4;
        }
        int words = tokens.peek().is("EARLIEST") ? 5 : tokens.peek(1).kind() == TokenKind.TEXT ? 2 : 3;
        return tokens.peek(words).is("AGO") ? words + 1 : words;
    }

    /** {@code FROM '...' TO '...'}, {@code BETWEEN '...' AND '...'}. */
    private Optional<String> range() {
        boolean isRange = tokens.peek().isAnyOf("FROM", "BETWEEN", "SINCE")
                && tokens.peek(1).kind() == TokenKind.TEXT
                && tokens.peek(2).isAnyOf("TO", "AND", "UNTIL")
                && tokens.peek(3).kind() == TokenKind.TEXT;
        return isRange
                ? Optional.of("START " + Expression.Text.quoted(tokens.peek(1).text()) + " STOP "
                        + Expression.Text.quoted(tokens.peek(3).text()))
                : Optional.empty();
    }

    /** {@code WITHIN 24 HOURS}, {@code TIMESPAN '24h'}, {@code SINCE 1 DAY AGO}, {@code EARLIEST = -24h}. */
    private Optional<String> span() {
        Token word = tokens.peek();
        String amount;
        if (word.is("EARLIEST")
                && tokens.peek(1).isSymbol("=")
                && tokens.peek(2).isSymbol("-")) {
            amount = tokens.peek(3).text() + " " + tokens.peek(4).text();
        } else if (!SPANS.contains(word.keyword())) {
            return Optional.empty();
        } else if (tokens.peek(1).kind() == TokenKind.TEXT) {
            amount = tokens.peek(1).text();
        } else {
            amount = tokens.peek(1).text() + " " + tokens.peek(2).text();
        }
        return TimeUnits.written(amount).map(span -> "LAST " + span);
    }
}
