package io.quarry.engine.operator;

import io.quarry.data.CapacityException;
import io.quarry.data.Vector;
import io.quarry.engine.expression.Evaluator;
import io.quarry.engine.expression.ExpressionCompiler;
import io.quarry.engine.expression.Frame;
import io.quarry.engine.run.EngineCode;
import io.quarry.engine.run.MemoryBudget;
import io.quarry.plan.FunctionException;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import io.quarry.plan.QueryException;
import java.util.ArrayList;
import java.util.List;

/** An aggregate step with its expressions compiled. Safe for threads. */
final class Grouping {
    private final Plan.Aggregate aggregate;
    private final MemoryBudget memory;
    private final List<Evaluator> keys;
    private final List<List<Evaluator>> arguments;

    Grouping(Plan.Aggregate aggregate, MemoryBudget memory) {
        this.aggregate = aggregate;
        this.memory = memory;
        this.keys = ExpressionCompiler.compile(
                aggregate.keys().stream().map(NamedExpr::expr).toList());
        this.arguments = aggregate.calls().stream()
                .map(call -> ExpressionCompiler.compile(call.arguments()))
                .toList();
    }

    Plan.Aggregate aggregate() {
        return aggregate;
    }

    MemoryBudget memory() {
        return memory;
    }

    Groups empty() {
        return new Groups(this);
    }

    List<Vector> keysOf(Frame rows) {
        return keys.stream().map(key -> key.evaluate(rows)).toList();
    }

    /** For each aggregate call the vectors of its arguments. */
    List<Vector[]> argumentsOf(Frame rows) {
        List<Vector[]> vectors = new ArrayList<>();
        for (List<Evaluator> call : arguments) {
            vectors.add(call.stream().map(argument -> argument.evaluate(rows)).toArray(Vector[]::new));
        }
        return vectors;
    }

    /**
     * Carries out what an aggregate call does.
     *
     * @throws QueryException with the place of the call, if its function has no answer
     */
    void carryOut(int call, Runnable work) {
        try {
            work.run();
        } catch (FunctionException | CapacityException e) {
            throw EngineCode.FUNCTION_FAILED.at(aggregate.calls().get(call).origin(), e.getMessage());
        }
    }
}
