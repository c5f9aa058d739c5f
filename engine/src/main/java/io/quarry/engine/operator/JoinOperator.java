package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.data.Vector;
import io.quarry.engine.expression.Evaluator;
import io.quarry.engine.expression.ExpressionCompiler;
import io.quarry.engine.expression.Frame;
import io.quarry.engine.run.RunContext;
import io.quarry.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * A hash join: reads the right side whole, then streams the left. Keys are looked up on the run's threads; pairs are made
 * as they are asked for, so that no batch is larger than the run's.
 */
final class JoinOperator implements Operator {
    private final Plan.Join join;
    private final Pipeline left;
    private final Pipeline right;
    private final RunContext context;
    private final List<Evaluator> leftKeys;

    private JoinBuild build;
    private JoinPairs pairs;
    private OrderedMap<Batch, JoinPairs.Probe> probes;
    private Optional<JoinPairs.Probe> probe = Optional.empty();

    JoinOperator(Plan.Join join, Pipeline left, Pipeline right, RunContext context) {
        this.join = join;
        this.left = left;
        this.right = right;
        this.context = context;
        this.leftKeys = ExpressionCompiler.compile(join.leftKeys());
    }

    @Override
    public Optional<Batch> next() {
        if (build == null) {
            build = JoinBuild.read(right, join.right().schema(), join.rightKeys(), context);
            pairs = new JoinPairs(join, build);
            probes = left.map(context, this::lookUp);
            probe = probes.next();
        }
        while (probe.isPresent()) {
            context.cancelToken().check();
            Batch batch = pairs.next(probe.get(), context.batchRows());
            if (batch.rows() > 0) {
                return Optional.of(batch);
            }
            probe = probes.next();
        }
        Batch rest = pairs.unmatchedRight(context.batchRows());
        return rest.rows() == 0 ? Optional.empty() : Optional.of(rest);
    }

    @Override
    public void close() {
        if (probes != null) {
            probes.close();
        }
        left.source().close();
        right.source().close();
        if (build != null) {
            build.release();
        }
    }

    private JoinPairs.Probe lookUp(Batch batch) {
        Frame frame = Frame.of(batch);
        List<Vector> keys = leftKeys.stream().map(key -> key.evaluate(frame)).toList();
        return new JoinPairs.Probe(batch, build.keysOf(keys, batch.rows()));
    }
}
