package io.quarry.kql.syntax;

import io.quarry.kql.syntax.Expression.Name;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;

/** Parses {@code parse-kv text as (key: type, ...) with (setting = value, ...)}. */
final class ParseKvParser {
    private final Cursor cursor;
    private final ExpressionParser expressions;

    ParseKvParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** @param name the operator's name, which has been read */
    Operator operator(Span name) {
        Expression text = expressions.expression();
        cursor.expectName("as");
        List<ColumnDeclaration> columns = new DeclarationParser(cursor).columns();
        List<Operator.ParseKv.Setting> settings = new ArrayList<>();
        if (cursor.takeIfName("with")) {
            cursor.expect("(");
            do {
                settings.add(setting());
            } while (cursor.takeIf(","));
            cursor.expect(")");
        }
        return new Operator.ParseKv(name.to(cursor.last().span()), text, columns, settings);
    }

    private Operator.ParseKv.Setting setting() {
        Name name = cursor.name();
        cursor.expect("=");
        return new Operator.ParseKv.Setting(name, expressions.expression());
    }
}
