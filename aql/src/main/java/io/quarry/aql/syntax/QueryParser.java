package io.quarry.aql.syntax;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import io.quarry.plan.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Queries: one method a clause. A faulty clause is reported and the next one read, so that one run tells of several
 * mistakes; clauses in the wrong order are read where they stand.
 */
public final class QueryParser {
    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final ClauseParser clauses;
    private final TimeClauseParser times;
    private final SessionParser sessions;
    private final ClauseWords words;
    private final ForeignClauses foreign;
    private final ForeignTimes foreignTimes;
    private final PastedText pasted;
    private QueryDraft draft = new QueryDraft(0);
    private int depth;

    private QueryParser(TokenStream tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens, this);
        this.words = new ClauseWords(tokens);
        this.foreignTimes = new ForeignTimes(tokens);
        this.foreign = new ForeignClauses(tokens, words, foreignTimes);
        this.pasted = new PastedText(tokens);
        this.clauses = new ClauseParser(tokens, expressions, foreign);
        this.times = new TimeClauseParser(tokens, expressions);
        this.sessions = new SessionParser(tokens, expressions);
    }

    /**
     * Reads a whole text. Mistakes go to the findings. Of several queries the last is the one to run; those before it keep
     * their results for it. After {@code UNION}, which has been reported, there are more of them, too.
     */
    public static List<Query> parse(Findings findings) {
        return parse(findings, Map.of());
    }

    /** As {@link #parse(Findings)}, with values for placeholders by their names. */
    public static List<Query> parse(Findings findings, Map<String, String> values) {
        return parse(new TokenStream(findings, Scanner.scan(findings, values)));
    }

    static List<Query> parse(TokenStream tokens) {
        try {
            return new QueryParser(tokens).queries();
        } catch (SyntaxStop stop) {
            return List.of();
        }
    }

    private List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        if (!tokens.at("SELECT") && tokens.looksPiped()) {
            tokens.findings()
                    .add(
                            AqlCode.FOREIGN_LANGUAGE,
                            tokens.peek().span(),
                            "a query with pipes is no AQL; it looks like KQL or SPL",
                            "an AQL query begins with SELECT");
            return queries;
        }
        if (foreign.statement()) {
            return queries;
        }
        skipCommonTableExpressions();
        statement(queries);
        while (tokens.atSymbol(";") && tokens.peek(1).kind() != TokenKind.END) {
            tokens.next();
            if (!tokens.at("SELECT") || queries.get(queries.size() - 1).into().isEmpty()) {
                refuseStatement();
                return queries;
            }
            statement(queries);
        }
        if (tokens.atSymbol(";")) {
            Span span = tokens.next().span();
            tokens.findings()
                    .add(
                            Repair.replace("remove the semicolon", span, ""),
                            AqlCode.TRAILING_SEMICOLON,
                            span,
                            "AQL has no terminator");
        }
        if (tokens.at("SELECT")) {
            refuseStatement();
        } else if (!tokens.atEnd()) {
            tokens.unexpected("the end of the query");
        }
        return queries;
    }

    private void refuseStatement() {
        String alone = "put each into a text of its own";
        String kept = "INTO name keeps a result for a later statement, which reads it by FROM name";
        tokens.findings()
                .add(
                        AqlCode.SEVERAL_STATEMENTS,
                        tokens.peek().span(),
                        "another statement begins here; QRadar runs one SELECT at a time",
                        tokens.at("SELECT") ? new String[] {alone, kept} : new String[] {alone});
    }

    private void statement(List<Query> queries) {
        queries.add(query());
        while (tokens.at("UNION")) {
            int start = tokens.next().start();
            tokens.accept("ALL");
            tokens.findings()
                    .add(
                            AqlCode.UNION,
                            tokens.since(start),
                            "UNION is not AQL",
                            "run the queries one by one, or join their conditions with OR and name the branch with CASE");
            queries.add(query());
        }
    }

    private void skipCommonTableExpressions() {
        if (!tokens.at("WITH")) {
            return;
        }
        Span span = tokens.next().span();
        tokens.findings()
                .add(
                        AqlCode.COMMON_TABLE_EXPRESSION,
                        span,
                        "WITH is not AQL",
                        "put the query after FROM in parentheses");
        int open = 0;
        while (!tokens.atEnd() && !(open == 0 && tokens.at("SELECT"))) {
            open += tokens.atSymbol("(") ? 1 : tokens.atSymbol(")") ? -1 : 0;
            tokens.next();
        }
    }

    /** {@code SELECT ... FROM ...} with its clauses. */
    Query query() {
        if (++depth > 20) {
            tokens.findings().add(CommonCode.LIMIT, tokens.peek().span(), "more than 20 queries inside each other");
            throw new SyntaxStop(SyntaxStop.Reach.GIVE_UP);
        }
        QueryDraft outer = draft;
        draft = new QueryDraft(tokens.peek().start());
        try {
            if (!words.acceptMisspelt("SELECT")) {
                tokens.expect("SELECT", "at the beginning of a query");
            }
            selectList();
            source();
            clauses();
            draft.checkOrder(tokens.findings());
            return draft.finish(tokens.lastEnd());
        } finally {
            draft = outer;
            depth--;
        }
    }

    private void selectList() {
        if (tokens.at("DISTINCT")
                && !tokens.peek(1).isSymbol(",")
                && !tokens.peek(1).is("FROM")) {
            draft.distinct = Optional.of(tokens.next().span());
        }
        do {
            int start = tokens.peek().start();
            if (foreign.quantity()) {
                continue;
            }
            try {
                draft.items.add(clauses.selectItem());
            } catch (SyntaxStop stop) {
                stop.rethrowIfFinal();
                tokens.skipTo(",");
                Span span = tokens.since(start);
                draft.items.add(new Query.SelectItem(span, new Expression.Faulty(span), Optional.empty()));
            }
            if (!tokens.atSymbol(",") && !tokens.atClause() && !tokens.atSymbol(")") && !tokens.atSymbol(";")) {
                if (words.atTable()) {
                    return;
                }
                missingComma();
            }
        } while (tokens.acceptComma());
    }

    private void missingComma() {
        Token next = tokens.peek();
        boolean isCall = next.kind() == TokenKind.NAME && tokens.peek(1).isSymbol("(");
        if (!isCall) {
            tokens.unexpected("',' or FROM", "columns are separated by commas; CONCAT(a, b) joins texts");
            tokens.skipTo(",");
            return;
        }
        Span place = new Span(tokens.lastEnd(), tokens.lastEnd());
        tokens.findings()
                .add(
                        Repair.replace("insert a comma", place, ","),
                        CommonCode.SYNTAX,
                        next.span(),
                        "a comma is missing before " + next.shown());
        tokens.skipTo(",");
    }

    private void source() {
        if (!tokens.accept("FROM") && !words.acceptFrom()) {
            if (!tokens.findings().hasErrors()) {
                missingSource();
            }
            return;
        }
        int start = tokens.peek().start();
        try {
            if (tokens.atSymbol("(") && tokens.peek(1).is("SELECT")) {
                tokens.next();
                Query inner = query();
                tokens.close(new Span(start, start + 1), true, "after the inner query");
                draft.source = new Query.InnerQuery(tokens.since(start), inner);
                if (tokens.accept("AS")
                        || tokens.peek().kind() == TokenKind.NAME && !tokens.atClause() && !foreign.atClause()) {
                    tokens.next();
                }
            } else {
                draft.source = clauses.namedSource();
            }
        } catch (SyntaxStop stop) {
            stop.rethrowIfFinal();
            draft.source = new Query.FaultySource(tokens.since(start));
            tokens.skipTo();
        }
        clauses.refuseJoin();
    }

    private void missingSource() {
        Span place = new Span(tokens.lastEnd(), tokens.lastEnd());
        tokens.findings()
                .add(
                        Repair.replace("ask the events", place, " FROM events"),
                        CommonCode.SYNTAX,
                        tokens.peek().span(),
                        "found " + tokens.peek().shown() + " where FROM belongs",
                        "write FROM events");
    }

    private void clauses() {
        while (!tokens.atEnd() && !atNextQuery() && !tokens.atSymbol(")") && !tokens.atSymbol(";")) {
            int start = tokens.peek().start();
            try {
                clause(start);
            } catch (SyntaxStop stop) {
                stop.rethrowIfFinal();
                tokens.skipTo(";");
            }
            if (tokens.atSymbol(")") && depth == 1) {
                surplusParenthesis();
            }
        }
    }

    private boolean atNextQuery() {
        return tokens.at("UNION") || tokens.at("SELECT") && depth == 1;
    }

    /** A parenthesis that closes none. Where it makes no difference which one was meant, none is. */
    private void surplusParenthesis() {
        Span span = tokens.next().span();
        String message = "this parenthesis closes none";
        if (draft.where.filter(QueryParser::isOfOneKind).isPresent()) {
            tokens.findings().add(Repair.replace("remove the parenthesis", span, ""), CommonCode.SYNTAX, span, message);
        } else {
            tokens.findings().add(CommonCode.SYNTAX, span, message, "remove it, or open one before it");
        }
    }

    /** True for a condition that means the same wherever parentheses stand in it. */
    private static boolean isOfOneKind(Expression condition) {
        return !(condition instanceof Expression.Not)
                && condition.children().stream().noneMatch(Expression.Logical.class::isInstance);
    }

    private void clause(int start) {
        Findings findings = tokens.findings();
        if (tokens.accept("WHERE")) {
            where();
            draft.note(Clause.WHERE, tokens.since(start), findings);
        } else if (tokens.accept("GROUP", "BY")) {
            do {
                draft.groupBy.add(expressions.expression());
            } while (tokens.acceptComma());
            draft.note(Clause.GROUP_BY, tokens.since(start), findings);
        } else if (tokens.accept("HAVING")) {
            draft.having = Optional.of(complete(expressions.expression()));
            draft.note(Clause.HAVING, tokens.since(start), findings);
        } else if (tokens.accept("ORDER", "BY")) {
            do {
                draft.orderBy.add(clauses.orderItem());
            } while (tokens.acceptComma());
            draft.note(Clause.ORDER_BY, tokens.since(start), findings);
        } else if (tokens.accept("LIMIT")) {
            draft.limit = Optional.of(clauses.rowLimit(start));
            draft.note(Clause.LIMIT, tokens.since(start), findings);
        } else if (tokens.atTimeClause()) {
            draft.time = Optional.of(times.time());
            draft.note(Clause.TIME, tokens.since(start), findings);
        } else {
            rareClause(start, findings);
        }
    }

    private void where() {
        draft.textSearch = words.textSearch();
        if (tokens.at("TEXT", "SEARCH")) {
            draft.textSearch = Optional.of(clauses.textSearch());
        }
        if (draft.textSearch.isPresent()) {
            if (!tokens.accept("AND")) {
                return;
            }
        }
        Expression condition = complete(expressions.expression());
        draft.where = Optional.of(condition);
        if (draft.textSearch.isPresent() && condition instanceof Expression.Logical either) {
            clauses.refuseAlternative(either);
        }
    }

    /** A condition without the value at its end, if what makes a condition of it could not be read. */
    private Expression complete(Expression condition) {
        boolean isBrokenOff = !tokens.atClause() && !tokens.atSymbol(")") && !tokens.atSymbol(";");
        return isBrokenOff ? withoutLastValue(condition) : condition;
    }

    private static Expression withoutLastValue(Expression condition) {
        if (condition instanceof Expression.Logical logical) {
            List<Expression> terms = new ArrayList<>(logical.operands());
            terms.set(terms.size() - 1, withoutLastValue(terms.get(terms.size() - 1)));
            return new Expression.Logical(logical.span(), logical.connective(), terms);
        }
        boolean isValue = condition instanceof Expression.Name
                || condition instanceof Expression.Text
                || condition instanceof Expression.Call;
        return isValue ? new Expression.Faulty(condition.span()) : condition;
    }

    private void rareClause(int start, Findings findings) {
        if (tokens.accept("INTO")) {
            draft.into = Optional.of(clauses.cursor(start));
            draft.note(Clause.INTO, tokens.since(start), findings);
        } else if (tokens.accept("SESSION", "BY")) {
            draft.session = Optional.of(sessions.session(start));
            draft.note(Clause.SESSION_BY, tokens.since(start), findings);
        } else if (tokens.accept("PARAMETERS")) {
            draft.parameters = clauses.parameters();
            draft.note(Clause.PARAMETERS, tokens.since(start), findings);
        } else if (draft.time.isEmpty() || depth > 1 || !pasted.acceptRest()) {
            foreignClause(start, findings);
        }
    }

    private void foreignClause(int start, Findings findings) {
        if (foreignTimes.atPreposition()) {
            foreignTimes.skipPrepositions();
        } else if (foreignTimes.at()) {
            draft.time = Optional.of(foreignTimes.clause());
            draft.note(Clause.TIME, tokens.since(start), findings);
        } else if (draft.where.isEmpty() && words.acceptWhere()) {
            where();
            draft.note(Clause.WHERE, tokens.since(start), findings);
        } else if (!words.clause() && !foreign.clause()) {
            noClause();
        }
    }

    private void noClause() {
        if (pasted.reportQuoteInside()) {
            draft.time = draft.time.or(
                    () -> Optional.of(new TimeClause.Unread(tokens.peek().span())));
            tokens.skipTo(";");
            return;
        }
        if (draft.isIn(Clause.GROUP_BY, Clause.ORDER_BY) && acceptNameOfWords()) {
            return;
        }
        SyntaxStop stop =
                draft.isIn(Clause.WHERE, Clause.HAVING) && !tokens.peek().isAnyOf("AND", "OR")
                        ? tokens.unexpected("AND, OR or a clause", "conditions are joined by AND and OR")
                        : tokens.unexpected("a clause");
        tokens.next();
        throw stop;
    }

    /** True, and reported, at the second word of the name of a column that needs quotes. */
    private boolean acceptNameOfWords() {
        Span span = new Span(tokens.previous().start(), tokens.peek().end());
        String name = tokens.findings().source().slice(span);
        if (!draft.hasAlias(name)) {
            return false;
        }
        tokens.next();
        String message = "a name of several words stands without quotes";
        tokens.findings().correct(AqlCode.TEXT_QUOTES, span, message, '"' + name + '"');
        return true;
    }

    /** Reads a time clause that stands among the conditions, reports it and takes it as the query's. */
    Span timeAmongConditions(Token before) {
        int start = tokens.peek().start();
        boolean first = draft.time.isEmpty();
        Optional<TimeClause> time = Optional.of(times.time());
        Span span = tokens.since(start);
        String message = "the time clause stands among the conditions and belongs at the end";
        if (first && depth == 1 && tokens.at("AND")) {
            Span removed = new Span(start, tokens.peek(1).start());
            int end = tokens.endOfQuery();
            String moved = " " + tokens.findings().source().slice(span);
            Repair repair = new Repair(
                    "move the time clause to the end",
                    List.of(new TextEdit(removed, ""), new TextEdit(new Span(end, end), moved)));
            tokens.findings().add(repair, AqlCode.CLAUSE_ORDER, span, message);
        } else if (tokens.findings().source().slice(before.span()).equalsIgnoreCase("AND")) {
            Repair repair = Repair.replace("remove AND", before.span(), "");
            tokens.findings().add(repair, CommonCode.SYNTAX, before.span(), "AND stands before the time clause");
        } else {
            tokens.findings().add(AqlCode.CLAUSE_ORDER, span, message);
        }
        draft.time = time;
        return span;
    }
}
