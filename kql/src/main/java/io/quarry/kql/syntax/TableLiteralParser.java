package io.quarry.kql.syntax;

import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;

/** Parses tables whose columns are declared where they stand. */
final class TableLiteralParser {
    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final DeclarationParser declarations;

    TableLiteralParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.declarations = new DeclarationParser(cursor);
    }

    /** {@code datatable(columns)[values]}. */
    Expression dataTable() {
        Token name = cursor.take();
        List<ColumnDeclaration> columns = declarations.columns();
        cursor.expect("[");
        List<Expression> values = new ArrayList<>();
        while (!cursor.at("]")) {
            values.add(expressions.expression());
            if (!cursor.takeIf(",")) {
                break;
            }
        }
        return new Expression.DataTable(name.span().to(cursor.expect("]").span()), columns, values);
    }

    /** {@code externaldata(columns)[locations] with (properties)}. */
    Expression externalData() {
        Token name = cursor.take();
        List<ColumnDeclaration> columns = declarations.columns();
        cursor.expect("[");
        List<Expression> locations = cursor.at("]") ? List.of() : expressions.expressionList();
        List<Expression> properties = List.of();
        Span span = name.span().to(cursor.expect("]").span());
        if (cursor.takeIfName("with")) {
            cursor.expect("(");
            properties = expressions.arguments();
            span = span.to(cursor.expect(")").span());
        }
        return new Expression.ExternalData(span, columns, locations, properties);
    }
}
