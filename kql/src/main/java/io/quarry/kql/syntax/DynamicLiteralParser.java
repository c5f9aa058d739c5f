package io.quarry.kql.syntax;

import io.quarry.data.Type;
import io.quarry.kql.syntax.Token.Kind;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;

/** Parses {@code dynamic(...)}: JSON, with the literals of the language as values. */
final class DynamicLiteralParser {
    private final Cursor cursor;
    private final ExpressionParser expressions;

    DynamicLiteralParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** {@code dynamic(...)}, at whose name the cursor stands. */
    Expression literal() {
        Token name = cursor.take();
        cursor.expect("(");
        Expression value = value();
        return new Expression.Dynamic(name.span().to(cursor.expect(")").span()), value);
    }

    private Expression value() {
        cursor.enter();
        Expression value = cursor.at("[") ? array() : cursor.at("{") ? bag() : leaf();
        cursor.leave();
        return value;
    }

    private Expression leaf() {
        if (cursor.atName("null")) {
            return new Expression.TypedLiteral(cursor.take().span(), Type.DYNAMIC, "null");
        }
        Span before = new Span(cursor.last().span().end(), cursor.last().span().end());
        Expression value = expressions.sign();
        Expression unsigned = value instanceof Expression.Sign sign ? sign.operand() : value;
        if (unsigned instanceof Expression.Literal
                || unsigned instanceof Expression.TypedLiteral
                || unsigned instanceof Expression.Dynamic) {
            return value;
        }
        throw cursor.fail(
                before,
                "expected a literal, found " + cursor.problems().source().slice(value.span()),
                "a text stands in quotes; what is computed is put together with bag_pack() or pack_array()");
    }

    private Expression array() {
        Token open = cursor.take();
        List<Expression> elements = new ArrayList<>();
        if (!cursor.at("]")) {
            do {
                MissingCommas.warnOfJoinedTexts(cursor);
                elements.add(value());
            } while (cursor.takeIf(","));
        }
        return new Expression.DynamicArray(open.span().to(cursor.expect("]").span()), elements);
    }

    private Expression bag() {
        Token open = cursor.take();
        List<Expression.DynamicBag.Entry> entries = new ArrayList<>();
        if (!cursor.at("}")) {
            do {
                entries.add(entry());
            } while (cursor.takeIf(","));
        }
        return new Expression.DynamicBag(open.span().to(cursor.expect("}").span()), entries);
    }

    private Expression.DynamicBag.Entry entry() {
        if (cursor.peek().kind() != Kind.STRING) {
            throw cursor.expected("a key in quotes");
        }
        String key = cursor.take().text();
        cursor.expect(":");
        return new Expression.DynamicBag.Entry(key, value());
    }
}
