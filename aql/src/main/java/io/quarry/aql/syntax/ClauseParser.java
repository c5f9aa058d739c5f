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
    private final ForeignClauses foreign;

    ClauseParser(TokenStream tokens, ExpressionParser expressions, ForeignClauses foreign) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.foreign = foreign;
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
            alias = Optional.of(aliasOfWords(name));
        } else if (tokens.peek().kind() == TokenKind.QUOTED_NAME) {
            Token name = tokens.next();
            alias = Optional.of(new Query.Alias(name.span(), name.text()));
        } else if (atBareAlias()) {
            alias = Optional.of(bareAlias(expression));
        }
        return new Query.SelectItem(tokens.since(start), expression, alias);
    }

    /** A new name, also one of several words, which is reported. */
    private Query.Alias aliasOfWords(Token first) {
        int words = 0;
        while (first.kind() == TokenKind.NAME && tokens.peek(words).kind() == TokenKind.NAME && words < 5) {
            if (tokens.peek(words).is("FROM")) {
                break;
            }
            words++;
        }
        boolean isWhole = words > 0
                && (tokens.peek(words).is("FROM") || tokens.peek(words).isSymbol(","));
        if (!isWhole) {
            return new Query.Alias(first.span(), first.text());
        }
        for (int i = 0; i < words; i++) {
            tokens.next();
        }
        Span span = tokens.since(first.start());
        String name = tokens.findings().source().slice(span);
        String message = "a name of several words stands without quotes";
        tokens.findings().correct(AqlCode.TEXT_QUOTES, span, message, Expression.Text.quoted(name));
        return new Query.Alias(span, name);
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
            tokens.findings().correct(AqlCode.ALIAS_WITHOUT_AS, name.span(), message, "AS " + name.text());
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
            String table = "events, flows or a query in parentheses";
            throw tokens.atSymbol("[")
                    ? tokens.unexpected(table, "a name stands without brackets")
                    : tokens.unexpected(table);
        }
        tokens.next();
        if (name.is("GLOBALVIEW") && tokens.atSymbol("(")) {
            return globalView(name.start());
        }
        if (tokens.atSymbol("(")) {
            return refuseArguments(name);
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

    /** A table with arguments, as a function of tables in other languages; they are stepped over. */
    private Query.Source refuseArguments(Token name) {
        tokens.skipParentheses();
        Span span = tokens.since(name.start());
        String hint = ForeignTable.instead(name.text()).orElse("a table takes no arguments; conditions stand in WHERE");
        tokens.findings()
                .add(AqlCode.UNKNOWN_SOURCE, span, "there is no function " + name.text() + " after FROM", hint);
        return new Query.FaultySource(span);
    }

    private void refuseAlias() {
        boolean named = tokens.at("AS")
                || tokens.peek().kind() == TokenKind.NAME
                        && !tokens.atClause()
                        && !tokens.at("SELECT")
                        && !foreign.atClause()
                        && !JOINS.contains(tokens.peek().keyword());
        if (!named) {
            return;
        }
        int before = tokens.lastEnd();
        int start = tokens.peek().start();
        boolean explicit = tokens.accept("AS");
        boolean isJoined =
                tokens.peek(1).isSymbol(",") || JOINS.contains(tokens.peek(1).keyword());
        boolean last = tokens.peek(1).kind() == TokenKind.END || isJoined;
        Token name = tokens.next();
        if (!explicit && !last && !tokens.atClause() && !tokens.atSymbol(")")) {
            tokens.findings().add(CommonCode.SYNTAX, name.span(), "found " + name.shown() + " where a clause belongs");
            tokens.skipTo();
            return;
        }
        String message = "the table cannot be renamed to " + name.shown();
        String hint = "write the fields without a prefix";
        if (isJoined) {
            tokens.findings().add(AqlCode.TABLE_ALIAS, tokens.since(start), message, hint);
        } else {
            Repair repair = Repair.replace("remove it", tokens.since(before), "");
            tokens.findings().add(repair, AqlCode.TABLE_ALIAS, tokens.since(start), message, hint);
        }
    }

    /** Reports a second table, and steps over how it is joined. */
    void refuseJoin() {
        if (!tokens.atSymbol(",") && !JOINS.contains(tokens.peek().keyword())) {
            return;
        }
        int start = tokens.peek().start();
        tokens.next();
        while (tokens.at("JOIN") || tokens.at("OUTER")) {
            tokens.next();
        }
        Span span = tokens.since(start);
        String hint = ForeignTable.instead(tokens.peek().text()).orElse("use x IN (SELECT ...), or two queries");
        tokens.findings().add(AqlCode.JOIN, span, "one table is searched at a time", hint);
        tokens.skipTo();
    }

    Query.TextSearch textSearch() {
        int start = tokens.nextKeyword().start();
        tokens.nextKeyword();
        Token terms = tokens.peek();
        if (terms.kind() == TokenKind.NAME && !tokens.atClause() || terms.kind() == TokenKind.QUOTED_NAME) {
            tokens.findings()
                    .correct(
                            AqlCode.TEXT_QUOTES,
                            terms.span(),
                            "the words to search for stand in single quotes",
                            Expression.Text.quoted(terms.text()));
        } else if (terms.kind() != TokenKind.TEXT) {
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
            tokens.next();
            tokens.findings()
                    .correct(
                            CommonCode.SYNTAX,
                            word.span(),
                            "found " + word.shown() + " where DESC or ASC belongs",
                            meant);
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
        if (rows.kind() == TokenKind.TEXT && rows.isCount()) {
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
        Optional<Placeholder> placeholder = tokens.acceptPlaceholder();
        if (placeholder.isPresent()) {
            placeholder.get().report(tokens.findings(), rows.span());
            return new Query.RowLimit(rows.span(), Long.MAX_VALUE);
        }
        if (rows.kind() != TokenKind.INTEGER || !rows.isCount()) {
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
}
