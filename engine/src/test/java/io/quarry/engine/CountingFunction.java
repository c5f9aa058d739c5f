package io.quarry.engine;

import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.data.VectorBuilder;
import io.quarry.plan.Expr;
import io.quarry.plan.FunctionException;
import io.quarry.plan.ScalarFunction;
import io.quarry.plan.Signature;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Whether a text is {@code a}; has no answer for {@code fail}, and counts how often it is asked. */
final class CountingFunction implements ScalarFunction {
    private final AtomicInteger calls = new AtomicInteger();

    int calls() {
        return calls.get();
    }

    Expr call(Expr text) {
        return new Expr.Call(this, List.of(text), EngineTest.origin());
    }

    @Override
    public String name() {
        return "isA";
    }

    @Override
    public Signature signature() {
        return new Signature(List.of(Type.STRING), false, Type.BOOL);
    }

    @Override
    public boolean isDeterministic() {
        return true;
    }

    @Override
    public Object apply(Object[] arguments) {
        calls.incrementAndGet();
        if ("fail".equals(arguments[0])) {
            throw new FunctionException("cannot tell what 'fail' is");
        }
        return "a".equals(arguments[0]);
    }

    @Override
    public Vector apply(Vector[] arguments, int rows) {
        VectorBuilder results = Vector.builder(Type.BOOL);
        for (int row = 0; row < rows; row++) {
            results.add(apply(new Object[] {arguments[0].value(row)}));
        }
        return results.build();
    }
}
