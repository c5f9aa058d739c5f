package io.quarry.kql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parses the parameters of operators. */
final class ParameterParser {
    private final Cursor cursor;
    private final ExpressionParser expressions;

    ParameterParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** What stands between an operator's name and its operands: these names, and hints. */
    List<OperatorParameter> parameters(Set<String> names) {
        List<OperatorParameter> parameters = new ArrayList<>();
        while (isAhead(names)) {
            Token first = cursor.take();
            String name = first.text();
            while (cursor.takeIf(".")) {
                name += "." + cursor.name().name();
            }
            cursor.expect("=");
            Expression value = cursor.atAnyName() ? cursor.name() : expressions.expression();
            String text = value instanceof Expression.Name word
                    ? word.name()
                    : cursor.problems().source().slice(value.span());
            parameters.add(new OperatorParameter(first.span().to(value.span()), name, text, value.span()));
        }
        return parameters;
    }

    private boolean isAhead(Set<String> names) {
        return names.contains(cursor.peek().text()) && cursor.peek(1).isSymbol("=")
                || cursor.atName("hint") && cursor.peek(1).isSymbol(".");
    }
}
