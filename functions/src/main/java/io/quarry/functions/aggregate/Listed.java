package io.quarry.functions.aggregate;

import io.quarry.plan.Accumulator;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.Signature;
import java.util.function.Supplier;

/** An aggregate function given by its parts. Not a record: functions are compared by identity. */
final class Listed implements AggregateFunction {
    private final String name;
    private final Signature signature;
    private final Supplier<Accumulator> accumulators;

    Listed(String name, Signature signature, Supplier<Accumulator> accumulators) {
        this.name = name;
        this.signature = signature;
        this.accumulators = accumulators;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public Accumulator accumulator() {
        return accumulators.get();
    }
}
