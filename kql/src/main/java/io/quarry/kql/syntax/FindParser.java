package io.quarry.kql.syntax;

import io.quarry.data.Type;
import io.quarry.kql.syntax.Expression.Name;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses {@code find}. */
final class FindParser {
    private static final Set<String> PARAMETERS = Set.of("withsource", "with_source", "datascope");

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final OperatorParser operators;

    FindParser(Cursor cursor, ExpressionParser expressions, OperatorParser operators) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.operators = operators;
    }

    Operator find(Span name) {
        List<OperatorParameter> parameters = new ParameterParser(cursor, expressions).parameters(PARAMETERS);
        List<Expression> tables = List.of();
        if (cursor.atName("in") && cursor.peek(1).isSymbol("(")) {
            tables = operators.inTables();
            cursor.expectName("where");
        } else {
            cursor.takeIfName("where");
        }
        Expression predicate = expressions.searchPredicate();
        Optional<FindOutput> output = Optional.empty();
        if (cursor.atName("project") && cursor.peek(1).isSymbol("-")) {
            smart();
        } else if (cursor.takeIfName("project")) {
            output = Optional.of(output());
        }
        return new Operator.Find(operators.upToLast(name), name, parameters, tables, predicate, output);
    }

    private void smart() {
        Token start = cursor.peek();
        String name = operators.operatorName();
        if (!name.equals("project-smart")) {
            throw cursor.fail(
                    operators.upToLast(start.span()),
                    "expected the end of find, found '" + name + "'",
                    "put a pipe before it");
        }
    }

    private FindOutput output() {
        List<FindOutput.Item> columns = new ArrayList<>();
        Optional<Span> pack = Optional.empty();
        do {
            if (pack.isPresent()) {
                throw cursor.fail(pack.get(), "expected the bag of all other columns at the end of the list");
            }
            if (packAhead()) {
                pack = Optional.of(pack());
            } else {
                columns.add(item());
            }
        } while (cursor.takeIf(","));
        return new FindOutput(columns, pack);
    }

    private boolean packAhead() {
        return (cursor.atName("pack") || cursor.atName("pack_all"))
                && cursor.peek(1).isSymbol("(");
    }

    /** {@code pack(*)} or {@code pack_all()}. */
    private Span pack() {
        Span start = cursor.peek().span();
        boolean all = cursor.take().text().equals("pack_all");
        cursor.expect("(");
        if (!all) {
            cursor.expect("*");
        }
        cursor.expect(")");
        return operators.upToLast(start);
    }

    private FindOutput.Item item() {
        Name column = cursor.name();
        Optional<Type> type = Optional.empty();
        if (cursor.takeIf(":")) {
            Token written = cursor.peek();
            type = Optional.of(TypeNames.type(cursor.name().name())
                    .orElseThrow(() -> cursor.fail(written.span(), "no type '" + written.text() + "'")));
        }
        return new FindOutput.Item(column, type);
    }
}
