package io.quarry.testing;

import io.quarry.data.CapacityException;
import io.quarry.data.Type;
import io.quarry.engine.run.EngineCode;
import io.quarry.plan.Expr;
import io.quarry.plan.FunctionException;
import io.quarry.plan.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The value of expressions for one row.
 *
 * @param now the value of {@link Parameters#NOW}
 */
record ExprInterpreter(Object[] row, long now) implements Expr.Visitor<Object> {
    Object value(Expr expr) {
        return expr.accept(this);
    }

    boolean isTrue(Expr condition) {
        return Boolean.TRUE.equals(value(condition));
    }

    Object[] values(List<Expr> exprs) {
        return exprs.stream().map(this::value).toArray();
    }

    @Override
    public Object column(Expr.Column column) {
        return row[column.index()];
    }

    @Override
    public Object literal(Expr.Literal literal) {
        return literal.value();
    }

    @Override
    public Object parameter(Expr.Parameter parameter) {
        if (!parameter.equals(Parameters.NOW)) {
            throw new IllegalStateException("parameter without a value: " + parameter.name());
        }
        return now;
    }

    @Override
    public Object call(Expr.Call call) {
        try {
            Object value = call.function().apply(values(call.arguments()));
            Type type = call.type();
            if (value != null && !type.boxed().isInstance(value)) {
                throw new IllegalStateException(call.function().name() + " gave a " + value.getClass() + " as " + type);
            }
            return value instanceof String text ? asUtf8(text) : value;
        } catch (FunctionException | CapacityException e) {
            throw EngineCode.FUNCTION_FAILED.at(call.origin(), e.getMessage());
        }
    }

    /** The text as a vector holds it: half of a surrogate pair becomes a question mark. */
    private static String asUtf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Override
    public Object and(Expr.And and) {
        return junction(and.operands(), false);
    }

    @Override
    public Object or(Expr.Or or) {
        return junction(or.operands(), true);
    }

    @Override
    public Object not(Expr.Not not) {
        Object operand = value(not.operand());
        return operand == null ? null : !(Boolean) operand;
    }

    @Override
    public Object caseOf(Expr.Case node) {
        for (int i = 0; i < node.conditions().size(); i++) {
            if (isTrue(node.conditions().get(i))) {
                return value(node.values().get(i));
            }
        }
        return value(node.otherwise());
    }

    @Override
    public Object subquery(Expr.Subquery subquery) {
        throw new IllegalStateException("sub-query without a value: " + subquery);
    }

    private Object junction(List<Expr> operands, boolean decisive) {
        boolean anyNull = false;
        for (Expr operand : operands) {
            Object value = value(operand);
            if (value == null) {
                anyNull = true;
            } else if (value.equals(decisive)) {
                return decisive;
            }
        }
        return anyNull ? null : !decisive;
    }
}
