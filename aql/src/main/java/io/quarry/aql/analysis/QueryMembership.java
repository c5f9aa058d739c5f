package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlSwitch;
import io.quarry.aql.catalog.AqlType;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.Expression;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Expr;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Origin;
import io.quarry.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code x IN (SELECT ...)}: whether a value equals one of those that another query gives. Both sides become texts that are
 * the same exactly if the values are equal. The inner query has its own time clause; nulls that it gives equal nothing.
 */
final class QueryMembership {
    private final QueryScope scope;
    private final ExpressionAnalyzer expressions;

    QueryMembership(QueryScope scope, ExpressionAnalyzer expressions) {
        this.scope = scope;
        this.expressions = expressions;
    }

    /** The test without its {@code NOT}. */
    Typed analyze(Expression.InQuery inQuery) {
        Typed operand = expressions.analyze(inQuery.operand());
        QueryAnalyzer.Analyzed inner =
                new SourceAnalyzer(scope.catalog(), scope.findings(), scope.cursors()).inner(inQuery.query());
        if (inner.columns().size() != 1) {
            scope.findings()
                    .add(
                            AqlCode.WRONG_ARGUMENT_TYPE,
                            inQuery.query().span(),
                            "the query after IN gives " + inner.columns().size() + " columns where one is required",
                            "select the column whose values are looked for");
            return Typed.absent(AqlType.BOOLEAN);
        }
        AqlType type = inner.columns().get(0).type();
        Typed value = Typed.of(new Expr.Column(0, type.engine()), type);
        Optional<Function<Typed, Expr>> key = key(inQuery, operand, type);
        if (operand.isNothing() || key.isEmpty()) {
            return Typed.absent(AqlType.BOOLEAN);
        }
        NamedExpr only = new NamedExpr(inner.columns().get(0).name(), key.get().apply(value));
        Expr values = new Expr.Subquery(new Plan.Project(inner.plan(), List.of(only)), Expr.Subquery.Form.VALUES);
        return Typed.condition(Operators.call(
                "IN QUERY", scope.origin(inQuery.span()), key.get().apply(operand), values));
    }

    /** Gives of a value of either side the text to compare; empty if the sides cannot be compared, which is reported. */
    private Optional<Function<Typed, Expr>> key(Expression.InQuery inQuery, Typed operand, AqlType type) {
        AqlType left = operand.type();
        Origin origin = scope.origin(inQuery.span());
        if (left == AqlType.BYTES || type == AqlType.BYTES || left == AqlType.LIST || type == AqlType.LIST) {
            scope.findings()
                    .add(CommonCode.UNSUPPORTED, inQuery.span(), "bytes and lists cannot be looked for in a query yet");
            return Optional.empty();
        }
        boolean isText = left == AqlType.STRING || type == AqlType.STRING || operand.isNothing();
        if (left == AqlType.IP || type == AqlType.IP) {
            boolean fits = left == type || isText;
            return fits
                    ? Optional.of(value -> Operators.call("ADDRESS ORDER", origin, value.expr()))
                    : refused(inQuery, operand, type);
        }
        if (left == AqlType.MAC || type == AqlType.MAC) {
            boolean fits = left == type || isText;
            return fits
                    ? Optional.of(value -> Operators.call("LOWER", origin, value.expr()))
                    : refused(inQuery, operand, type);
        }
        if (left.isNumber() && type.isNumber() && (left == AqlType.DOUBLE || type == AqlType.DOUBLE)) {
            return Optional.of(value -> Operators.call("STR", origin, Conversion.toDouble(value, origin)));
        }
        boolean fits = isText || left == type || left.isNumber() && type.isNumber();
        return fits ? Optional.of(value -> text(value, isText, origin)) : refused(inQuery, operand, type);
    }

    /** @param isText true if one of the sides is a text, whose letter case may not count */
    private Expr text(Typed value, boolean isText, Origin origin) {
        Expr text = Conversion.toText(value, origin);
        return isText && scope.catalog().isOn(AqlSwitch.EQUAL_IGNORES_CASE)
                ? Operators.call("LOWER", origin, text)
                : text;
    }

    private Optional<Function<Typed, Expr>> refused(Expression.InQuery inQuery, Typed operand, AqlType type) {
        expressions.wrongType(
                inQuery.operand(), operand.type(), "a value of the query's column (" + type.label() + ")");
        return Optional.empty();
    }
}
