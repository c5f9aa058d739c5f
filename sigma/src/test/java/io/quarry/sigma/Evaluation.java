package io.quarry.sigma;

import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import java.util.Map;

/** Evaluates a rule's condition for one event, given as a map of columns. */
final class Evaluation implements Expr.Visitor<Object> {
    private final Plan.Scan scan;
    private final Map<String, String> event;

    private Evaluation(Plan.Scan scan, Map<String, String> event) {
        this.scan = scan;
        this.event = event;
    }

    static boolean matches(Plan plan, Map<String, String> event) {
        Plan.Filter filter = (Plan.Filter) plan;
        return (Boolean) filter.condition().accept(new Evaluation((Plan.Scan) filter.input(), event));
    }

    @Override
    public Object column(Expr.Column column) {
        return event.get(scan.schema().name(column.index()));
    }

    @Override
    public Object literal(Expr.Literal literal) {
        return literal.value();
    }

    @Override
    public Object parameter(Expr.Parameter parameter) {
        throw new IllegalStateException("Sigma has no parameters: " + parameter);
    }

    @Override
    public Object call(Expr.Call call) {
        return call.function()
                .apply(call.arguments().stream()
                        .map(argument -> argument.accept(this))
                        .toArray());
    }

    @Override
    public Object and(Expr.And and) {
        return and.operands().stream().allMatch(operand -> (Boolean) operand.accept(this));
    }

    @Override
    public Object or(Expr.Or or) {
        return or.operands().stream().anyMatch(operand -> (Boolean) operand.accept(this));
    }

    @Override
    public Object not(Expr.Not not) {
        return !(Boolean) not.operand().accept(this);
    }

    @Override
    public Object caseOf(Expr.Case caseOf) {
        throw new IllegalStateException("Sigma has no CASE: " + caseOf);
    }

    @Override
    public Object subquery(Expr.Subquery subquery) {
        throw new IllegalStateException("Sigma has no sub-queries: " + subquery);
    }
}
