package io.quarry.aql.syntax;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parts of clauses: items, sources, limits, times. */
final class ClauseParser {
    private static final Set<String> JOINS = Set.of("JOIN", "INNER", "LEFT", "RIGHT", "FULL", "CROSS", "NATURAL");

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    ClauseParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Query.SelectItem selectItem() {
        int start = tokens.peek().start();
        Expression expression = expressions.expression();
        Optional<Query.Alias> alias = Optional.empty();
        if (tokens.accept("AS")) {
            Token name = tokens.peek();
            if (!isName(name) || name.is("FROM")) {
                throw tokens.unexpected("a name after AS");
            }
            tokens.next();
            alias = Optional.of(new Query.Alias(name.span(), name.text()));
        } else if (tokens.peek().kind() == TokenKind.QUOTED_NAME) {
            Token name = tokens.next();
            alias = Optional.of(new Query.Alias(name.span(), name.text()));
        } else if (atBareAlias()) {
            alias = Optional.of(bareAlias(expression));
        }
        return new Query.SelectItem(tokens.since(start), expression, alias);
    }

    private boolean atBareAlias() {
        return tokens.peek().kind() == TokenKind.NAME
                && !tokens.atClause()
                && (tokens.peek(1).isSymbol(",") || tokens.peek(1).is("FROM"));
    }

    /** A name without {@code AS}. After a name it is as likely another column, and a comma is missing. */
    private Query.Alias bareAlias(Expression named) {
        Token name = tokens.next();
        String message = name.shown() + " stands without AS";
        if (named.bare() instanceof Expression.Name) {
            tokens.findings()
                    .add(
                            AqlCode.ALIAS_WITHOUT_AS,
                            name.span(),
                            message,
                            "write AS " + name.text() + ", or a comma if it is another column");
        } else {
            tokens.findings()
                    .add(
                            Repair.replace("write AS", name.span(), "AS " + name.text()),
                            AqlCode.ALIAS_WITHOUT_AS,
                            name.span(),
                            message,
                            "write AS " + name.text());
        }
        return new Query.Alias(name.span(), name.text());
    }

    private static boolean isName(Token token) {
        return token.kind() == TokenKind.NAME
                || token.kind() == TokenKind.QUOTED_NAME
                || token.kind() == TokenKind.TEXT;
    }

    Query.Source namedSource() {
        Token name = tokens.peek();
        if (!isName(name)) {
            throw tokens.unexpected("events, flows or a query in parentheses");
        }
        tokens.next();
        if (name.is("GLOBALVIEW") && tokens.atSymbol("(")) {
            return globalView(name.start());
        }
        Query.Source source = new Query.NamedSource(name.span(), name.text(), name.kind() == TokenKind.TEXT);
        refuseAlias();
        return source;
    }

    private Query.Source globalView(int start) {
        tokens.next();
        String search = text("the name of a saved search in single quotes");
        tokens.expectSymbol(",", "after the name of the saved search");
        String mode = text("'NORMAL', 'HOURLY' or 'DAILY'");
        tokens.expectSymbol(")", "after the arguments of GLOBALVIEW");
        return new Query.GlobalView(tokens.since(start), search, mode);
    }

    private String text(String expected) {
        if (tokens.peek().kind() != TokenKind.TEXT) {
            throw tokens.unexpected(expected);
        }
        return tokens.next().text();
    }

    private void refuseAlias() {
        boolean named = tokens.at("AS")
                || tokens.peek().kind() == TokenKind.NAME
                        && !tokens.atClause()
                        && !tokens.peek(1).is("BY")
                        && !JOINS.contains(tokens.peek().keyword());
        if (!named) {
            return;
        }
        int start = tokens.peek().start();
        boolean explicit = tokens.accept("AS");
        boolean last = tokens.peek(1).kind() == TokenKind.END
                || tokens.peek(1).isSymbol(",")
                || JOINS.contains(tokens.peek(1).keyword());
        Token name = tokens.next();
        if (!explicit && !last && !tokens.atClause() && !tokens.atSymbol(")")) {
            tokens.findings().add(CommonCode.SYNTAX, name.span(), "found " + name.shown() + " where a clause belongs");
            tokens.skipTo();
            return;
        }
        tokens.findings()
                .add(
                        AqlCode.TABLE_ALIAS,
                        tokens.since(start),
                        "the table cannot be renamed to " + name.shown(),
                        "write the fields without a prefix");
    }

    void refuseJoin() {
        if (!tokens.atSymbol(",") && !JOINS.contains(tokens.peek().keyword())) {
            return;
        }
        int start = tokens.peek().start();
        tokens.next();
        if (tokens.at("JOIN") || tokens.at("OUTER")) {
            tokens.next();
        }
        Span span = tokens.since(start);
        tokens.findings()
                .add(AqlCode.JOIN, span, "one table is searched at a time", "use x IN (SELECT ...), or two queries");
        tokens.skipTo();
    }

    Query.TextSearch textSearch() {
        int start = tokens.nextKeyword().start();
        tokens.nextKeyword();
        Token terms = tokens.peek();
        if (terms.kind() != TokenKind.TEXT) {
            throw tokens.unexpected("the words to search for in single quotes");
        }
        tokens.next();
        return new Query.TextSearch(tokens.since(start), terms.text());
    }

    /** After a text search every condition has to hold. */
    void refuseAlternative(Expression.Logical conditions) {
        if (conditions.connective() == Connective.OR) {
            tokens.findings()
                    .add(
                            CommonCode.SYNTAX,
                            conditions.span(),
                            "TEXT SEARCH stands beside OR",
                            "it is joined by AND only; put the alternatives in parentheses");
        }
    }

    Query.OrderItem orderItem() {
        Expression key = expressions.expression();
        return new Query.OrderItem(key, isDescending(), collation());
    }

    private boolean isDescending() {
        Token word = tokens.peek();
        if (word.isAnyOf("DESCENDING", "ASCENDING")) {
            String meant = word.is("DESCENDING") ? "DESC" : "ASC";
            tokens.findings()
                    .add(
                            Repair.replace("write " + meant, word.span(), meant),
                            CommonCode.SYNTAX,
                            word.span(),
                            "found " + word.shown() + " where DESC or ASC belongs",
                            "write " + meant);
            tokens.next();
            return meant.equals("DESC");
        }
        boolean descending = tokens.accept("DESC");
        if (!descending) {
            tokens.accept("ASC");
        }
        return descending;
    }

    private Optional<Query.Collation> collation() {
        int start = tokens.peek().start();
        if (!tokens.accept("COLLATE")) {
            return Optional.empty();
        }
        Token tag = tokens.peek();
        if (tag.kind() != TokenKind.TEXT) {
            throw tokens.unexpected("a language tag in single quotes");
        }
        tokens.next();
        return Optional.of(new Query.Collation(tokens.since(start), tag.text()));
    }

    Query.RowLimit rowLimit(int start) {
        Token rows = tokens.peek();
        if (rows.kind() == TokenKind.TEXT && rows.text().matches("[0-9]{1,18}")) {
            tokens.findings()
                    .add(
                            Repair.replace("remove the quotes", rows.span(), rows.text()),
                            CommonCode.SYNTAX,
                            rows.span(),
                            "found " + rows.shown() + " where a number of rows belongs",
                            "write LIMIT " + rows.text());
            tokens.next();
            return new Query.RowLimit(tokens.since(start), Long.parseLong(rows.text()));
        }
        if (rows.kind() != TokenKind.INTEGER
                || rows.text().length() > 18
                || rows.text().startsWith("0x")) {
            throw tokens.unexpected("a number of rows", "write LIMIT 100, for example; without LIMIT all rows come");
        }
        tokens.next();
        Query.RowLimit limit = new Query.RowLimit(tokens.since(start), Long.parseLong(rows.text()));
        if (tokens.atSymbol(",")) {
            Span comma = tokens.next().span();
            tokens.findings()
                    .add(
                            AqlCode.FOREIGN_CLAUSE,
                            comma,
                            "LIMIT takes one number in AQL; rows cannot be stepped over",
                            "LIMIT n keeps the first rows");
            tokens.skipTo(";");
        }
        return limit;
    }

    /** A point in time; one in double quotes is reported. */
    private Expression instant() {
        if (tokens.peek().kind() != TokenKind.QUOTED_NAME) {
            return expressions.value();
        }
        Token token = tokens.next();
        String written = "'" + token.text().replace("'", "''") + "'";
        tokens.findings()
                .add(
                        Repair.replace("write single quotes", token.span(), written),
                        AqlCode.TEXT_QUOTES,
                        token.span(),
                        "a point in time stands in double quotes",
                        "a text stands in single quotes: " + written);
        return new Expression.Text(token.span(), token.text());
    }

    /** {@code START a END b} and the like, which is read on as if it said {@code STOP}. */
    private boolean acceptForeignStop() {
        boolean isStop = tokens.peek().isAnyOf("END", "TO", "UNTIL", "AND")
                && (tokens.peek(1).kind() == TokenKind.TEXT || tokens.peek(1).kind() == TokenKind.INTEGER);
        if (isStop) {
            Token word = tokens.peek();
            tokens.findings()
                    .add(
                            Repair.replace("write STOP", word.span(), "STOP"),
                            CommonCode.SYNTAX,
                            word.span(),
                            "found " + word.shown() + " where STOP belongs",
                            "write START '...' STOP '...'");
            tokens.next();
        }
        return isStop;
    }

    /** A time clause. */
    TimeClause time() {
        int start = tokens.peek().start();
        if (tokens.accept("LAST")) {
            return last(start);
        }
        if (tokens.accept("START")) {
            Expression from = instant();
            boolean hasEnd = acceptForeignStop() || tokens.accept("STOP");
            Optional<Expression> to = hasEnd ? Optional.of(instant()) : Optional.empty();
            return new TimeClause.Range(tokens.since(start), from, to);
        }
        if (tokens.at("STOP")) {
            tokens.unexpected("START before STOP", "write START '...' STOP '...'");
            tokens.next();
            tokens.skipTo();
            return new TimeClause.Unread(tokens.since(start));
        }
        return offenseTime(start);
    }

    private TimeClause offenseTime(int start) {
        tokens.next();
        tokens.next();
        tokens.expectSymbol("(", "after OFFENSE_TIME");
        Token number = tokens.peek();
        if (!number.text().matches("[0-9]{1,18}")) {
            throw tokens.unexpected("the number of an offense");
        }
        tokens.next();
        tokens.expectSymbol(")", "after the number of the offense");
        return new TimeClause.OfOffense(tokens.since(start), Long.parseLong(number.text()));
    }

    private TimeClause last(int start) {
        if (tokens.peek().kind() == TokenKind.NAME) {
            return lastOne(start);
        }
        Token amount = tokens.next();
        Token unit = tokens.peek();
        Optional<String> meant = TimeUnits.meant(amount.text(), unit.keyword());
        if (meant.isPresent()) {
            return shortened(start, meant.get());
        }
        String units = "SECONDS, MINUTES, HOURS or DAYS";
        Optional<Long> unitMillis = TimeUnits.ofUnit(unit.keyword());
        if (unitMillis.isEmpty()) {
            tokens.unexpected(units, "write LAST " + amount.text() + " HOURS, for example");
            return new TimeClause.Unread(tokens.since(start));
        }
        tokens.nextKeyword();
        if (!unit.keyword().endsWith("S")) {
            Repair repair = Repair.replace("write the plural", unit.span(), unit.text() + "S");
            tokens.findings()
                    .add(
                            repair,
                            AqlCode.SINGULAR_UNIT,
                            unit.span(),
                            "QRadar documents the plural " + unit.text() + "S");
        }
        Optional<Long> millis = TimeUnits.millis(amount.text() + " " + unit.text());
        if (millis.isEmpty()) {
            tokens.findings()
                    .add(
                            CommonCode.SYNTAX,
                            amount.span(),
                            "the span of time is longer than a century",
                            "write the span that the events lie in, as LAST 365 DAYS");
        }
        Span span = tokens.since(start);
        return millis.<TimeClause>map(length -> new TimeClause.Last(span, length))
                .orElseGet(() -> new TimeClause.Unread(span));
    }

    /** {@code LAST 24h} and {@code LAST 2 WEEKS}, where it is clear what is meant. */
    private TimeClause shortened(int start, String meant) {
        Token unit = tokens.next();
        Span span = tokens.since(start);
        String message = "found " + unit.shown() + " where SECONDS, MINUTES, HOURS or DAYS belongs";
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

    Query.Cursor cursor(int start) {
        Token name = tokens.peek();
        if (!isName(name)) {
            throw tokens.unexpected("the name of a cursor");
        }
        tokens.next();
        return new Query.Cursor(tokens.since(start), name.text());
    }

    List<Query.Parameter> parameters() {
        List<Query.Parameter> parameters = new ArrayList<>();
        do {
            int start = tokens.peek().start();
            if (tokens.peek().kind() != TokenKind.NAME) {
                throw tokens.unexpected("the name of a parameter");
            }
            Token name = tokens.next();
            tokens.expectSymbol("=", "after " + name.text());
            Expression value = expressions.value();
            parameters.add(new Query.Parameter(tokens.since(start), name.text(), value));
        } while (tokens.acceptSymbol(","));
        return parameters;
    }

    /** True at a quote that stands right behind a word or number, as where a query was cut out of a quoted text. */
    boolean isStrayQuote() {
        Token token = tokens.peek();
        boolean isQuote = token.kind() == TokenKind.QUOTED_NAME || token.kind() == TokenKind.TEXT;
        return isQuote && token.start() == tokens.lastEnd();
    }

    /** Takes all that is left of the text, and reports it. */
    void reportTrailingText() {
        int end = tokens.lastEnd();
        while (!tokens.atEnd()) {
            tokens.next();
        }
        Span rest = new Span(end, tokens.findings().source().text().length());
        tokens.findings()
                .add(
                        Repair.replace("remove what follows the query", rest, ""),
                        AqlCode.TRAILING_TEXT,
                        rest,
                        "the query ends before this quote; what follows is none of it");
    }

    /** True, and reported, where a word follows a text that ends in what may be a quote inside: {@code 'Jumpin' Jack'}. */
    boolean reportQuoteInsideText() {
        Token word = tokens.peek();
        String text = tokens.findings().source().text();
        int quote = tokens.lastEnd() - 1;
        boolean isInside = word.kind() == TokenKind.NAME
                && quote > 0
                && text.charAt(quote) == '\''
                && Character.isLetter(text.charAt(quote - 1))
                && tokens.leavesTextOpen();
        if (isInside) {
            Span span = new Span(quote, quote + 1);
            tokens.findings()
                    .add(
                            Repair.replace("double the quote", span, "''"),
                            AqlCode.QUOTE_INSIDE_TEXT,
                            span,
                            "the text ends at this quote, and " + word.shown() + " follows",
                            "a quote inside a text is written twice");
        }
        return isInside;
    }

    /** Where the outermost query ends, found by looking ahead. */
    int endOfQuery() {
        int end = tokens.lastEnd();
        for (int i = 0; ; i++) {
            Token token = tokens.peek(i);
            if (token.kind() == TokenKind.END || token.isSymbol(";") || token.is("UNION")) {
                return end;
            }
            end = token.end();
        }
    }
}
