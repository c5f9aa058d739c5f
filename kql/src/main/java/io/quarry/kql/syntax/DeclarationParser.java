package io.quarry.kql.syntax;

import io.quarry.data.Type;
import io.quarry.kql.syntax.Expression.Name;
import io.quarry.kql.syntax.Token.Kind;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;

/** Parses types and the columns that a query declares. */
final class DeclarationParser {
    private final Cursor cursor;

    DeclarationParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** {@code (name: type, ...)}. */
    List<ColumnDeclaration> columns() {
        cursor.expect("(");
        return columnsToClose();
    }

    /** {@code name: type, ...)}. */
    List<ColumnDeclaration> columnsToClose() {
        List<ColumnDeclaration> columns = new ArrayList<>();
        while (!cursor.at(")")) {
            Name name = Keywords.name(cursor);
            cursor.expect(":");
            Type type = type();
            columns.add(new ColumnDeclaration(name.span().to(cursor.last().span()), name.name(), type));
            if (!cursor.takeIf(",")) {
                break;
            }
        }
        cursor.expect(")");
        return columns;
    }

    /** The name of a type. */
    Type type() {
        Type type = TypeNames.type(cursor.peek().text())
                .orElseThrow(() ->
                        cursor.peek().kind() == Kind.NAME ? cursor.unexpected("a type") : cursor.missing("a type"));
        cursor.take();
        return type;
    }

    /** {@code typeof(T)}, or the columns of a table in the place of T, which is not supported. */
    Expression typeOfAny() {
        return isOfRows() ? ofRows() : typeOf();
    }

    /** {@code typeof(T)}. */
    Expression.TypeOf typeOf() {
        if (!cursor.atName("typeof")) {
            throw cursor.expected("typeof(...)");
        }
        Token name = cursor.take();
        cursor.expect("(");
        Type type = type();
        return new Expression.TypeOf(name.span().to(cursor.expect(")").span()), type);
    }

    private boolean isOfRows() {
        return cursor.peek(2).isSymbol("*") || cursor.peek(3).isSymbol(":");
    }

    private Expression ofRows() {
        Span start = cursor.take().span();
        cursor.expect("(");
        if (cursor.takeIf("*") && !cursor.at(")")) {
            cursor.expect(",");
        }
        columnsToClose();
        return new Expression.Foreign(start.to(cursor.last().span()), "typeof() of a table");
    }
}
