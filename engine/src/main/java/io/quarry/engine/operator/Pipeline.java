package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.engine.expression.Frame;
import io.quarry.engine.run.RunContext;
import java.util.Optional;
import java.util.function.Function;

/** A source of batches and what is done to each of them; not yet running, so that who reads it can add to the stages. */
record Pipeline(Operator source, Stage stage) {
    static Pipeline of(Operator source) {
        return new Pipeline(source, Stage.IDENTITY);
    }

    Pipeline then(Stage next) {
        return new Pipeline(source, stage.then(next));
    }

    /** The batches that leave the stages, in order. */
    Operator open(RunContext context) {
        return stage == Stage.IDENTITY ? source : new StageOperator(source, map(context, Function.identity()));
    }

    /** A function of the batches that leave the stages, in order; the function runs on the run's threads. */
    <T> OrderedMap<Batch, T> map(RunContext context, Function<Batch, T> function) {
        return new OrderedMap<>(
                source::next,
                batch -> function.apply(stage.apply(Frame.of(batch)).batch()),
                context);
    }

    private record StageOperator(Operator source, OrderedMap<Batch, Batch> batches) implements Operator {
        @Override
        public Optional<Batch> next() {
            Optional<Batch> batch = batches.next();
            while (batch.isPresent() && batch.get().rows() == 0) {
                batch = batches.next();
            }
            return batch;
        }

        @Override
        public void close() {
            batches.close();
            source.close();
        }
    }
}
