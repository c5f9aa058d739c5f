package io.quarry.engine.expression;

import io.quarry.data.CapacityException;
import io.quarry.data.Vector;
import io.quarry.engine.run.EngineCode;
import io.quarry.plan.Expr;
import io.quarry.plan.FunctionException;
import io.quarry.plan.QueryException;
import java.util.List;

/** A call: the batch form of its function, over the vectors of its arguments. */
final class CallEvaluator implements Evaluator {
    private final Expr.Call call;
    private final List<Evaluator> arguments;

    CallEvaluator(Expr.Call call, List<Evaluator> arguments) {
        this.call = call;
        this.arguments = arguments;
    }

    @Override
    public Vector evaluate(Frame frame) {
        int rows = frame.rows();
        if (rows == 0) {
            return Vector.constant(call.type(), null, 0);
        }
        Vector[] vectors = new Vector[arguments.size()];
        boolean allConstant = call.function().isDeterministic();
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = arguments.get(i).evaluate(frame);
            allConstant &= vectors[i].isConstant();
        }
        try {
            return allConstant && rows > 1
                    ? constant(vectors, rows)
                    : call.function().apply(vectors, rows);
        } catch (FunctionException | CapacityException e) {
            throw failed(e.getMessage());
        } catch (StackOverflowError e) {
            throw failed("an argument is nested too deeply");
        }
    }

    private QueryException failed(String reason) {
        return EngineCode.FUNCTION_FAILED.at(call.origin(), reason);
    }

    private Vector constant(Vector[] vectors, int rows) {
        Vector[] single = new Vector[vectors.length];
        for (int i = 0; i < single.length; i++) {
            single[i] = Vector.constant(vectors[i].type(), vectors[i].value(0), 1);
        }
        return Vector.constant(call.type(), call.function().apply(single, 1).value(0), rows);
    }
}
