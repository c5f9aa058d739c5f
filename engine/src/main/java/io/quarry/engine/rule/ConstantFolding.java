package io.quarry.engine.rule;

import io.quarry.data.CapacityException;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.plan.Expr;
import io.quarry.plan.FunctionException;
import java.util.ArrayList;
import java.util.List;

/** Replaces constant parts of an expression by their values. What fails stays, to fail for the rows that get there. */
final class ConstantFolding implements Expr.Visitor<Expr> {
    private static final Expr TRUE = new Expr.Literal(Type.BOOL, true);
    private static final Expr FALSE = new Expr.Literal(Type.BOOL, false);
    private static final Expr UNKNOWN = new Expr.Literal(Type.BOOL, null);

    Expr fold(Expr expr) {
        return expr.accept(this);
    }

    @Override
    public Expr column(Expr.Column column) {
        return column;
    }

    @Override
    public Expr literal(Expr.Literal literal) {
        return literal;
    }

    @Override
    public Expr parameter(Expr.Parameter parameter) {
        return parameter;
    }

    @Override
    public Expr call(Expr.Call call) {
        Expr.Call folded = new Expr.Call(call.function(), all(call.arguments()), call.origin());
        Vector[] values = new Vector[folded.arguments().size()];
        for (int i = 0; i < values.length; i++) {
            if (!(folded.arguments().get(i) instanceof Expr.Literal literal)) {
                return folded;
            }
            values[i] = Vector.constant(literal.type(), literal.value(), 1);
        }
        if (!call.function().isDeterministic()) {
            return folded;
        }
        try {
            return new Expr.Literal(
                    call.type(), call.function().apply(values, 1).value(0));
        } catch (FunctionException | CapacityException | StackOverflowError e) {
            return folded;
        }
    }

    @Override
    public Expr and(Expr.And and) {
        List<Expr> operands = junction(Conjunction.operands(and), TRUE, FALSE);
        return operands.isEmpty() ? TRUE : operands.size() == 1 ? operands.get(0) : new Expr.And(operands);
    }

    @Override
    public Expr or(Expr.Or or) {
        List<Expr> operands = junction(alternatives(or), FALSE, TRUE);
        return operands.isEmpty() ? FALSE : operands.size() == 1 ? operands.get(0) : new Expr.Or(operands);
    }

    @Override
    public Expr not(Expr.Not not) {
        Expr operand = fold(not.operand());
        if (operand instanceof Expr.Not inner) {
            return inner.operand();
        }
        return operand.equals(TRUE)
                ? FALSE
                : operand.equals(FALSE) ? TRUE : operand.equals(UNKNOWN) ? UNKNOWN : new Expr.Not(operand);
    }

    @Override
    public Expr caseOf(Expr.Case node) {
        List<Expr> conditions = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        Expr otherwise = node.otherwise();
        for (int i = 0; i < node.conditions().size(); i++) {
            Expr condition = fold(node.conditions().get(i));
            if (condition.equals(TRUE)) {
                otherwise = node.values().get(i);
                break;
            }
            if (!condition.equals(FALSE) && !condition.equals(UNKNOWN)) {
                conditions.add(condition);
                values.add(fold(node.values().get(i)));
            }
        }
        Expr last = fold(otherwise);
        return conditions.isEmpty() ? last : new Expr.Case(conditions, values, last);
    }

    @Override
    public Expr subquery(Expr.Subquery subquery) {
        return subquery;
    }

    /** The folded operands without neutral ones, and none after the first that decides. */
    private List<Expr> junction(List<Expr> operands, Expr neutral, Expr decisive) {
        List<Expr> kept = new ArrayList<>();
        for (Expr operand : all(operands)) {
            if (!operand.equals(neutral)) {
                kept.add(operand);
            }
            if (operand.equals(decisive)) {
                break;
            }
        }
        return kept;
    }

    private static List<Expr> alternatives(Expr condition) {
        return condition instanceof Expr.Or or
                ? or.operands().stream()
                        .flatMap(operand -> alternatives(operand).stream())
                        .toList()
                : List.of(condition);
    }

    private List<Expr> all(List<Expr> exprs) {
        return exprs.stream().map(this::fold).toList();
    }
}
