package io.quarry.kql.syntax;

import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.diagnostic.Problems;
import io.quarry.kql.syntax.Expression.Name;
import io.quarry.kql.syntax.Statement.LetFunction.Visibility;
import io.quarry.kql.syntax.Token.Kind;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Parses a whole text: statements, and the pipes that they are made of. Reports what it cannot read and goes on with the next
 * operator or statement, so one run finds several errors.
 */
public final class QueryParser {
    /** The symbols with which an expression may begin. */
    private static final Set<String> BEGINNINGS = Set.of("(", "[", "-", "+", "{");

    /** So many words after SELECT, FROM is looked for. */
    private static final int FARTHEST_FROM = 200;

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final OperatorParser operators;

    private QueryParser(Problems problems) {
        this.cursor = new Cursor(problems);
        this.expressions = new ExpressionParser(cursor, this);
        this.operators = new OperatorParser(cursor, expressions);
    }

    /** The statements of the text, as far as they could be read. */
    public static List<Statement> parse(Problems problems) {
        return new QueryParser(problems).statements();
    }

    private List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        while (!cursor.atEnd() && !cursor.problems().isFull()) {
            statement().ifPresent(statements::add);
            if (cursor.at("}")) {
                cursor.fail(cursor.take().span(), "this brace closes nothing");
            }
            cursor.takeIf(";");
        }
        return statements;
    }

    /** A statement with its semicolon, if one could be read. */
    private Optional<Statement> statement() {
        Cursor.Nesting nesting = cursor.nesting();
        try {
            Statement statement =
                    switch (cursor.peek().text()) {
                        case "let" -> let();
                        case "set" -> set();
                        case "declare", "alias", "restrict" -> foreignOrQuery();
                        default -> query();
                    };
            if (!cursor.atEnd() && !cursor.at(";") && !cursor.at("}")) {
                leftOver(statement);
                cursor.recoverAtStatement(nesting);
            }
            return Optional.of(statement);
        } catch (SyntaxError reported) {
            cursor.recoverAtStatement(nesting);
            return Optional.empty();
        }
    }

    /** What follows a statement could begin another one, so a semicolon is missing; or it could begin nothing. */
    private void leftOver(Statement statement) {
        boolean begins = cursor.peek().kind() != Kind.SYMBOL || cursor.at("(") || cursor.at("[");
        if (begins && statement instanceof Statement.Let && isOnNewLine()) {
            Span end = new Span(statement.span().end(), statement.span().end());
            cursor.problems()
                    .report(
                            CommonCode.SYNTAX,
                            end,
                            "expected a pipe or ';', found " + cursor.peek().describe() + " on a new line",
                            List.of("a declaration ends with ';'"),
                            Optional.of(Repair.replace("end the declaration with ';'", end, ";")));
        } else if (begins) {
            cursor.expected(cursor.atAnyName() ? "an operator, a pipe or ';'" : "a pipe or ';'");
        } else {
            cursor.unexpected("a pipe or ';'");
        }
    }

    private boolean isOnNewLine() {
        int end = cursor.last().span().end();
        return cursor.problems()
                        .source()
                        .text()
                        .substring(end, cursor.peek().span().start())
                        .indexOf('\n')
                >= 0;
    }

    /** True if the statement is one of SQL: {@code SELECT ... FROM}. */
    private boolean isSql() {
        if (!cursor.peek().text().equalsIgnoreCase("select")
                || cursor.peek().kind() != Kind.NAME
                || cursor.peek(1).isSymbol("|")
                || cursor.peek(1).isSymbol("=")) {
            return false;
        }
        for (int i = 1; i < FARTHEST_FROM; i++) {
            Token word = cursor.peek(i);
            if (word.kind() == Kind.END || word.isSymbol(";")) {
                return false;
            }
            if (word.kind() == Kind.NAME && word.text().equalsIgnoreCase("from")) {
                return true;
            }
        }
        return false;
    }

    private Statement query() {
        if (isSql()) {
            throw cursor.fail(
                    cursor.peek().span(),
                    "this is SQL; a query in KQL begins with a table, and each step after it with a pipe",
                    "T | where a == 'x' | summarize count() by b | sort by count_ | take 10 says what SELECT b, COUNT(*)"
                            + " FROM T WHERE a = 'x' GROUP BY b ORDER BY 2 DESC LIMIT 10 says");
        }
        if (cursor.at(".")
                && cursor.peek(1).kind() == Kind.NAME
                && cursor.peek().touches(cursor.peek(1))) {
            cursor.problems()
                    .report(
                            CommonCode.UNSUPPORTED,
                            cursor.take().span().to(cursor.peek().span()),
                            "the control command ." + cursor.peek().text()
                                    + " manages a database and is no query, which is all that can be run here");
            throw new SyntaxError();
        }
        if (cursor.peek().kind() == Kind.SYMBOL
                && !BEGINNINGS.contains(cursor.peek().text())) {
            throw cursor.unexpected("a statement");
        }
        String first = cursor.peek().text();
        if (Keywords.isNoValue(first) && !StepSlips.isStep(first)) {
            throw cursor.unexpected("a statement");
        }
        Expression pipe = pipe();
        return new Statement.Query(pipe.span(), pipe);
    }

    private Statement let() {
        if (cursor.peek(1).kind() != Kind.NAME && !cursor.peek(1).isSymbol("[")) {
            return query();
        }
        Token let = cursor.take();
        Name name = Keywords.variable(cursor);
        cursor.expect("=");
        if (functionAhead()) {
            return function(let.span(), name);
        }
        Cursor.Nesting nesting = cursor.nesting();
        Expression value;
        try {
            value = pipe();
        } catch (SyntaxError reported) {
            cursor.recoverAtStatement(nesting);
            value = new Expression.Broken(cursor.last().span());
        }
        return new Statement.Let(let.span().to(value.span()), name, value);
    }

    private boolean functionAhead() {
        int open = cursor.atName("view") ? 1 : 0;
        return cursor.peek(open).isSymbol("(")
                && (cursor.peek(open + 1).isSymbol(")") && cursor.peek(open + 2).isSymbol("{")
                        || cursor.peek(open + 1).kind() == Kind.NAME
                                && cursor.peek(open + 2).isSymbol(":"));
    }

    private Statement function(Span let, Name name) {
        cursor.enter();
        Visibility visibility = cursor.takeIfName("view") ? Visibility.VIEW : Visibility.BY_NAME;
        cursor.expect("(");
        List<FunctionParameter> parameters = new ArrayList<>();
        while (!cursor.at(")")) {
            FunctionParameter parameter = parameter();
            boolean afterScalar =
                    parameters.stream().anyMatch(earlier -> earlier.type().isPresent());
            if (parameter.type().isEmpty() && afterScalar) {
                cursor.fail(parameter.span(), "the tables come first among the parameters");
            }
            parameters.add(parameter);
            if (!cursor.takeIf(",")) {
                break;
            }
        }
        cursor.expect(")");
        cursor.expect("{");
        List<Statement> body = body();
        Span end = cursor.expect("}").span();
        cursor.leave();
        return new Statement.LetFunction(let.to(end), name, visibility, parameters, body);
    }

    /** The declarations in a function, and the one query after them, which ends it. */
    private List<Statement> body() {
        List<Statement> body = new ArrayList<>();
        boolean ends = false;
        while (!ends && !cursor.at("}") && !cursor.atEnd()) {
            Optional<Statement> statement = statement();
            statement.ifPresent(body::add);
            ends = statement.filter(Statement.Query.class::isInstance).isPresent();
            cursor.takeIf(";");
        }
        if (!ends && !cursor.problems().hasError()) {
            cursor.expected("the value or table that the function gives");
        }
        if (ends && !cursor.at("}") && !cursor.atEnd()) {
            cursor.expected("'}'");
        }
        while (!cursor.at("}") && !cursor.atEnd()) {
            statement();
            cursor.takeIf(";");
        }
        return body;
    }

    private FunctionParameter parameter() {
        Name name = Keywords.name(cursor);
        cursor.expect(":");
        if (cursor.at("(") && cursor.peek(1).isSymbol("*")) {
            cursor.take();
            cursor.take();
            cursor.expect(")");
            return new FunctionParameter(name.span(), name.name(), Optional.empty(), List.of(), Optional.empty());
        }
        if (cursor.at("(")) {
            List<ColumnDeclaration> columns = new DeclarationParser(cursor).columns();
            return new FunctionParameter(name.span(), name.name(), Optional.empty(), columns, Optional.empty());
        }
        Type type = new DeclarationParser(cursor).type();
        Optional<Expression> value = cursor.takeIf("=") ? Optional.of(expressions.expression()) : Optional.empty();
        return new FunctionParameter(name.span(), name.name(), Optional.of(type), List.of(), value);
    }

    private Statement set() {
        if (cursor.peek(1).kind() != Kind.NAME) {
            return query();
        }
        Span set = cursor.take().span();
        Name option = cursor.name();
        Optional<Expression> value = cursor.takeIf("=") ? Optional.of(expressions.expression()) : Optional.empty();
        return new Statement.SetOption(set.to(cursor.last().span()), option, value);
    }

    private Statement foreignOrQuery() {
        if (cursor.peek(1).kind() != Kind.NAME) {
            return query();
        }
        if (cursor.atName("declare") && cursor.peek(1).isName("query_parameters")) {
            return queryParameters();
        }
        Token first = cursor.take();
        Span keyword = first.span().to(cursor.peek().span());
        String name = first.text() + " " + cursor.peek().text();
        cursor.recoverAtStatement(cursor.nesting());
        return new Statement.Foreign(first.span().to(cursor.last().span()), keyword, name);
    }

    private Statement queryParameters() {
        Span declare = cursor.take().span();
        cursor.take();
        cursor.expect("(");
        List<FunctionParameter> parameters = new ArrayList<>();
        do {
            Name name = cursor.name();
            cursor.expect(":");
            if (cursor.at("(")) {
                throw cursor.fail(cursor.peek().span(), "a parameter of a query is a single value");
            }
            Optional<Type> type = Optional.of(new DeclarationParser(cursor).type());
            Optional<Expression> value = cursor.takeIf("=") ? Optional.of(expressions.sign()) : Optional.empty();
            parameters.add(new FunctionParameter(name.span(), name.name(), type, List.of(), value));
        } while (cursor.takeIf(","));
        return new Statement.QueryParameters(declare.to(cursor.expect(")").span()), parameters);
    }

    /** An expression and what is piped from it; the expression itself where nothing is. */
    Expression pipe() {
        boolean leads = operators.leadingAhead();
        if (!leads
                && cursor.peek().kind() == Kind.NAME
                && Keywords.isNoValue(cursor.peek().text())
                && StepSlips.isStep(cursor.peek().text())) {
            return withoutSource();
        }
        Expression source = leads ? new Expression.Leading(operators.operator()) : expressions.expression();
        if (!operators.takePipe()) {
            return source;
        }
        List<Operator> steps = operators.steps();
        return new Expression.Pipe(source.span().to(cursor.last().span()), source, steps);
    }

    /** Steps with no table before them: it is reported, and they are read. */
    private Expression withoutSource() {
        Token first = cursor.peek();
        cursor.problems()
                .report(
                        KqlCode.TABLE_EXPECTED,
                        first.span(),
                        "a query begins with a table, found the operator '" + first.text() + "'",
                        "name the table before it: T | " + first.text() + " ...");
        List<Operator> steps = operators.steps();
        return new Expression.Pipe(first.span().to(cursor.last().span()), new Expression.Broken(first.span()), steps);
    }
}
