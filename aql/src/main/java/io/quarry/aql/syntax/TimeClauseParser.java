package io.quarry.aql.syntax;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import java.util.Optional;

/** The time clause: {@code LAST}, {@code START ... STOP ...} and {@code TIMES OFFENSE_TIME(...)}. */
final class TimeClauseParser {
    private static final String UNITS = "SECONDS, MINUTES, HOURS or DAYS";

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    TimeClauseParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** The clause that begins here. */
    TimeClause time() {
        int start = tokens.peek().start();
        if (tokens.accept("LAST")) {
            return last(start);
        }
        if (tokens.accept("START")) {
            return range(start);
        }
        if (tokens.at("STOP")) {
            tokens.unexpected("START before STOP", "write START '...' STOP '...'");
            tokens.next();
            tokens.skipTo();
            return new TimeClause.Unread(tokens.since(start));
        }
        return offenseTime(start);
    }

    private TimeClause range(int start) {
        Expression from = instant();
        skipCommaBeforeStop();
        boolean hasEnd = acceptForeignStop() || tokens.accept("STOP");
        Optional<Expression> to = hasEnd ? Optional.of(instant()) : Optional.empty();
        return new TimeClause.Range(tokens.since(start), from, to);
    }

    private void skipCommaBeforeStop() {
        if (tokens.atSymbol(",") && tokens.peek(1).is("STOP")) {
            Span comma = tokens.next().span();
            tokens.findings()
                    .add(
                            Repair.replace("remove the comma", comma, ""),
                            CommonCode.SYNTAX,
                            comma,
                            "found a comma where STOP belongs");
        }
    }

    /** {@code START a END b} and the like, which is read on as if it said {@code STOP}. */
    private boolean acceptForeignStop() {
        boolean isStop = tokens.peek().isAnyOf("END", "TO", "UNTIL", "AND")
                && (tokens.peek(1).kind() == TokenKind.TEXT || tokens.peek(1).kind() == TokenKind.INTEGER);
        if (isStop) {
            Token word = tokens.next();
            tokens.findings()
                    .correct(CommonCode.SYNTAX, word.span(), "found " + word.shown() + " where STOP belongs", "STOP");
        }
        return isStop;
    }

    /** A point in time; one in double quotes is reported. */
    private Expression instant() {
        if (tokens.peek().kind() != TokenKind.QUOTED_NAME) {
            return expressions.value();
        }
        Token token = tokens.next();
        tokens.findings()
                .correct(
                        AqlCode.TEXT_QUOTES,
                        token.span(),
                        "a point in time stands in double quotes",
                        Expression.Text.quoted(token.text()));
        return new Expression.Text(token.span(), token.text());
    }

    private TimeClause offenseTime(int start) {
        tokens.next();
        tokens.next();
        tokens.expectSymbol("(", "after OFFENSE_TIME");
        Token number = tokens.peek();
        if (!number.isCount()) {
            tokens.unexpected("the number of an offense");
            tokens.skipTo(")");
            tokens.acceptSymbol(")");
            return new TimeClause.Unread(tokens.since(start));
        }
        tokens.next();
        tokens.expectSymbol(")", "after the number of the offense");
        return new TimeClause.OfOffense(tokens.since(start), Long.parseLong(number.text()));
    }

    private TimeClause last(int start) {
        return switch (tokens.peek().kind()) {
            case NAME -> lastOne(start);
            case PLACEHOLDER -> unfilled(start);
            case TEXT, QUOTED_NAME, DECIMAL, SYMBOL -> miswritten(start);
            case INTEGER, END -> counted(start);
        };
    }

    /** {@code LAST {n} HOURS} and {@code LAST {span}}. */
    private TimeClause unfilled(int start) {
        Span place = tokens.peek().span();
        tokens.acceptPlaceholder().orElseThrow().report(tokens.findings(), place);
        if (TimeUnits.ofUnit(tokens.peek().keyword()).isPresent()) {
            tokens.nextKeyword();
        }
        return new TimeClause.Unread(tokens.since(start));
    }

    private TimeClause counted(int start) {
        if (tokens.peek().text().startsWith("0x") || tokens.peek().text().startsWith("0X")) {
            tokens.unexpected("a number of decimal digits", "write LAST 24 HOURS, for example");
            tokens.next();
            if (TimeUnits.ofUnit(tokens.peek().keyword()).isPresent()) {
                tokens.nextKeyword();
            }
            return new TimeClause.Unread(tokens.since(start));
        }
        Token amount = tokens.next();
        Token unit = tokens.peek();
        Optional<String> meant = TimeUnits.meant(amount.text(), unit.keyword());
        if (meant.isPresent()) {
            return shortened(start, meant.get());
        }
        if (TimeUnits.ofUnit(unit.keyword()).isEmpty()) {
            tokens.unexpected(UNITS, "write LAST " + amount.text() + " HOURS, for example");
            return new TimeClause.Unread(tokens.since(start));
        }
        tokens.nextKeyword();
        if (!unit.keyword().endsWith("S")) {
            Repair repair = Repair.replace("write the plural", unit.span(), unit.text() + "S");
            String message = "QRadar documents the plural " + unit.text() + "S";
            tokens.findings().add(repair, AqlCode.SINGULAR_UNIT, unit.span(), message);
        }
        Optional<Long> millis = TimeUnits.millis(amount.text() + " " + unit.text());
        if (millis.isPresent() && tokens.peek().kind() == TokenKind.INTEGER) {
            return sum(start, millis.get());
        }
        Span span = tokens.since(start);
        if (millis.isEmpty()) {
            tokens.findings()
                    .add(
                            CommonCode.SYNTAX,
                            amount.span(),
                            "the span of time is longer than a century",
                            "write the span that the events lie in, as LAST 365 DAYS");
        }
        return millis.<TimeClause>map(length -> new TimeClause.Last(span, length))
                .orElseGet(() -> new TimeClause.Unread(span));
    }

    /** {@code LAST 24 HOURS 30 MINUTES}. */
    private TimeClause sum(int start, long millis) {
        Optional<Long> rest =
                TimeUnits.millis(tokens.peek().text() + " " + tokens.peek(1).text());
        if (rest.isEmpty()) {
            return new TimeClause.Last(tokens.since(start), millis);
        }
        tokens.next();
        tokens.next();
        return corrected(start, "the span of time has two parts", TimeUnits.shown(millis + rest.get()));
    }

    /** {@code LAST '24 HOURS'}, {@code LAST -24h}, {@code LAST 1.5 HOURS}. */
    private TimeClause miswritten(int start) {
        boolean isQuoted = !tokens.atSymbol("-") && tokens.peek().kind() != TokenKind.DECIMAL;
        tokens.acceptSymbol("-");
        Token amount = tokens.next();
        Optional<String> meant = TimeUnits.written(amount.text());
        if (meant.isEmpty()) {
            meant = TimeUnits.written(amount.text() + " " + tokens.peek().text());
            meant.ifPresent(span -> tokens.nextKeyword());
        }
        if (meant.isEmpty()) {
            String found = tokens.findings().source().slice(amount.span());
            tokens.findings()
                    .add(
                            CommonCode.SYNTAX,
                            amount.span(),
                            "found " + found + " where a number and " + UNITS + " belong",
                            "write LAST 24 HOURS, for example");
            return new TimeClause.Unread(tokens.since(start));
        }
        String message = isQuoted ? "the span of time stands in quotes" : "the span of time is no whole number";
        return corrected(start, message, meant.get());
    }

    private TimeClause corrected(int start, String message, String meant) {
        Span span = tokens.since(start);
        tokens.findings().correct(CommonCode.SYNTAX, span, message, "LAST " + meant);
        return new TimeClause.Last(span, TimeUnits.millis(meant).orElse(1L));
    }

    /** {@code LAST 24h} and {@code LAST 2 WEEKS}, where it is clear what is meant. */
    private TimeClause shortened(int start, String meant) {
        Token unit = tokens.next();
        Span span = tokens.since(start);
        String message = "found " + unit.shown() + " where " + UNITS + " belongs";
        String hint = "write LAST " + meant;
        if (TimeUnits.isVague(unit.text())) {
            tokens.findings().add(CommonCode.SYNTAX, unit.span(), message, hint);
        } else {
            Repair repair = Repair.replace(hint, span, "LAST " + meant);
            tokens.findings().add(repair, CommonCode.SYNTAX, unit.span(), message, hint);
        }
        return new TimeClause.Last(span, TimeUnits.millis(meant).orElse(0L));
    }

    /** {@code LAST DAY}, without a number. */
    private TimeClause lastOne(int start) {
        Token unit = tokens.next();
        String meant = TimeUnits.meant("1", unit.text()).orElse("1 " + TimeUnits.plural(unit.text()));
        Span span = tokens.since(start);
        tokens.findings()
                .add(
                        Repair.replace("write LAST " + meant, span, "LAST " + meant),
                        CommonCode.SYNTAX,
                        unit.span(),
                        "found " + unit.shown() + " where a number belongs",
                        "write LAST " + meant);
        return new TimeClause.Last(span, TimeUnits.millis(meant).orElse(0L));
    }
}
