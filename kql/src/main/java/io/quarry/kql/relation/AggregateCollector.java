package io.quarry.kql.relation;

import io.quarry.data.Type;
import io.quarry.plan.AggregateCall;
import io.quarry.plan.Expr;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers the aggregates of one {@code summarize}. An expression over aggregates becomes an expression over the columns that
 * the plan's aggregation gives: its keys, then the calls gathered here.
 */
public final class AggregateCollector {
    private final Relation input;
    private final int keys;
    private final List<AggregateCall> calls = new ArrayList<>();

    /** @param keys how many key columns come before the aggregates */
    public AggregateCollector(Relation input, int keys) {
        this.input = input;
        this.keys = keys;
    }

    /** The rows that are aggregated. */
    public Relation input() {
        return input;
    }

    public List<AggregateCall> calls() {
        return calls;
    }

    /** The value of an aggregate; equal ones are computed once. */
    public Scalar add(AggregateCall call) {
        for (int i = 0; i < calls.size(); i++) {
            AggregateCall earlier = calls.get(i);
            if (earlier.function() == call.function() && earlier.arguments().equals(call.arguments())) {
                return column(i);
            }
        }
        calls.add(new AggregateCall("aggregate" + calls.size(), call.function(), call.arguments(), call.origin()));
        return column(calls.size() - 1);
    }

    private Scalar column(int index) {
        Type type = calls.get(index).field().type();
        return Scalar.of(new Expr.Column(keys + index, type));
    }
}
