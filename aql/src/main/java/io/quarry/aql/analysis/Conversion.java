package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlType;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import java.util.List;
import java.util.Optional;

/** Values of one type where another is wanted. */
final class Conversion {
    private Conversion() {}

    static Expr toDouble(Typed value, Origin origin) {
        if (value.expr() instanceof Expr.Literal literal && literal.value() instanceof Long whole) {
            return Typed.decimal(whole.doubleValue()).expr();
        }
        return value.type() == AqlType.DOUBLE ? value.expr() : Operators.call("DOUBLE", origin, value.expr());
    }

    static Expr toLong(Typed value, Origin origin) {
        return value.type() == AqlType.DOUBLE ? Operators.call("LONG", origin, value.expr()) : value.expr();
    }

    /** The value as {@code STR} writes it. */
    static Expr toText(Typed value, Origin origin) {
        if (value.expr() instanceof Expr.Literal literal && literal.value() instanceof Long whole) {
            return Typed.text(whole.toString()).expr();
        }
        return switch (value.type()) {
            case STRING, IP, MAC, BYTES, NULL -> value.expr();
            case LONG, DOUBLE, BOOLEAN, PORT, TIME -> Operators.call("STR", origin, value.expr());
            case LIST -> throw new IllegalArgumentException("a list as text");
        };
    }

    /** The type that holds all of the values: a number for numbers, otherwise a text. */
    static AqlType common(List<Typed> values) {
        Optional<AqlType> common = Optional.empty();
        for (Typed value : values) {
            if (value.isNothing() || common.equals(Optional.of(value.type()))) {
                continue;
            }
            common = Optional.of(common.isEmpty() ? value.type() : common(common.get(), value.type()));
        }
        return common.orElse(AqlType.STRING);
    }

    private static AqlType common(AqlType a, AqlType b) {
        if (a.isNumber() && b.isNumber()) {
            return a == AqlType.DOUBLE || b == AqlType.DOUBLE ? AqlType.DOUBLE : AqlType.LONG;
        }
        return AqlType.STRING;
    }

    /** A value as a type that is {@link #common} to it and others. */
    static Expr to(AqlType type, Typed value, Origin origin) {
        if (value.isNothing() || value.type() == AqlType.LIST && type != AqlType.LIST) {
            return Typed.absent(type).expr();
        }
        return switch (type) {
            case DOUBLE -> toDouble(value, origin);
            case STRING -> toText(value, origin);
            case LONG, BOOLEAN, IP, MAC, PORT, BYTES, TIME, LIST, NULL -> value.expr();
        };
    }
}
