package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.data.Schema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The rows of all inputs, one input after the other, under the names of the first. */
final class UnionOperator implements Operator {
    private final Schema schema;
    private final Deque<Operator> inputs;

    UnionOperator(Schema schema, List<Operator> inputs) {
        this.schema = schema;
        this.inputs = new ArrayDeque<>(inputs);
    }

    @Override
    public Optional<Batch> next() {
        while (!inputs.isEmpty()) {
            Optional<Batch> batch = inputs.peek().next();
            if (batch.isPresent()) {
                return batch.map(rows -> new Batch(schema, rows.columns(), rows.rows()));
            }
            inputs.poll().close();
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        inputs.forEach(Operator::close);
        inputs.clear();
    }
}
