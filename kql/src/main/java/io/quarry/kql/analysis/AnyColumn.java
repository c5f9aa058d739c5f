package io.quarry.kql.analysis;

import io.quarry.data.Type;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Conversions;
import io.quarry.kql.type.Overloads;
import io.quarry.plan.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A comparison whose left side is {@code *}: true if it holds for the text of any column, and its negation if it holds for
 * that of none.
 */
final class AnyColumn {
    /** What may stand after {@code *}, and its negation. */
    private static final Set<String> OPERATORS = Set.of(
            "==",
            "=~",
            "has",
            "has_cs",
            "hasprefix",
            "hasprefix_cs",
            "hassuffix",
            "hassuffix_cs",
            "contains",
            "contains_cs",
            "startswith",
            "startswith_cs",
            "endswith",
            "endswith_cs",
            "matches regex");

    private final Analysis analysis;
    private final Relation row;

    AnyColumn(Analysis analysis, Relation row) {
        this.analysis = analysis;
        this.row = row;
    }

    Scalar compare(Expression.Binary node, Scalar right) {
        if (!right.isKnown()) {
            return Scalar.unknown(Type.BOOL);
        }
        String positive = TextOperators.positive(node.operator());
        String operator = positive.equals("=") ? "==" : positive;
        if (!OPERATORS.contains(operator) || right.type() != Type.STRING) {
            analysis.unsupported(
                    node.left().span(),
                    "'*' before '" + node.operator() + "' and a " + right.type().label());
            return Scalar.unknown(Type.BOOL);
        }
        List<Expr> tests = new ArrayList<>();
        for (int i = 0; i < row.schema().size(); i++) {
            Optional<Expr> test = text(row.column(i).expr(), node)
                    .flatMap(text -> Overloads.call(
                            operator, List.of(text, right.expr()), analysis.origin(node.operatorSpan())));
            test.ifPresent(tests::add);
        }
        new TextOperators(analysis)
                .checkPattern(operator, right.expr(), node.right().span());
        Expr any = any(tests);
        return Scalar.of(operator.equals(node.operator()) ? any : new Expr.Not(any));
    }

    private Optional<Expr> text(Expr column, Expression.Binary node) {
        return Conversions.convert(
                column, Type.STRING, analysis.origin(node.left().span()));
    }

    private static Expr any(List<Expr> tests) {
        return switch (tests.size()) {
            case 0 -> new Expr.Literal(Type.BOOL, false);
            case 1 -> tests.get(0);
            default -> new Expr.Or(tests);
        };
    }
}
