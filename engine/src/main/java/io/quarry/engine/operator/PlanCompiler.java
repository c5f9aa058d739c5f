package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.data.Schema;
import io.quarry.data.Tables;
import io.quarry.data.Vector;
import io.quarry.data.VectorBuilder;
import io.quarry.engine.expression.Evaluator;
import io.quarry.engine.expression.ExpressionCompiler;
import io.quarry.engine.expression.Frame;
import io.quarry.engine.run.RunContext;
import io.quarry.plan.Expr;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Turns the steps of a plan into operators and stages. Nothing is read before the first batch is asked for. */
final class PlanCompiler implements Plan.Visitor<Pipeline> {
    /** Steps that hold their rows and give the same whenever they run: equal ones run once. */
    private final Map<Plan, HeldStep> shared = new HashMap<>();

    private final Tables tables;
    private final RunContext context;

    private PlanCompiler(Tables tables, RunContext context) {
        this.tables = tables;
        this.context = context;
    }

    static Pipeline compile(Plan plan, Tables tables, RunContext context) {
        return plan.accept(new PlanCompiler(tables, context));
    }

    @Override
    public Pipeline scan(Plan.Scan scan) {
        return batches(() -> tables.table(scan.table()).read(scan.schema().names()));
    }

    @Override
    public Pipeline values(Plan.Values values) {
        return batches(() -> List.of(batchOf(values.schema(), values.rows())));
    }

    @Override
    public Pipeline sequence(Plan.Sequence sequence) {
        return Pipeline.of(new SequenceOperator(
                sequence.schema(),
                valueOf(sequence.start()),
                valueOf(sequence.stop()),
                valueOf(sequence.step()),
                context));
    }

    @Override
    public Pipeline filter(Plan.Filter filter) {
        return filter.input().accept(this).then(new FilterStage(ExpressionCompiler.compile(filter.condition())));
    }

    @Override
    public Pipeline project(Plan.Project project) {
        List<Evaluator> columns = ExpressionCompiler.compile(
                project.columns().stream().map(NamedExpr::expr).toList());
        return project.input().accept(this).then(new ProjectStage(project.schema(), columns));
    }

    @Override
    public Pipeline aggregate(Plan.Aggregate aggregate) {
        return held(
                aggregate,
                () -> new AggregateOperator(aggregate, aggregate.input().accept(this), context)::run);
    }

    @Override
    public Pipeline join(Plan.Join join) {
        Pipeline left = join.left().accept(this);
        return Pipeline.of(new JoinOperator(join, left, join.right().accept(this), context));
    }

    @Override
    public Pipeline unnest(Plan.Unnest unnest) {
        return Pipeline.of(new UnnestOperator(unnest, unnest.input().accept(this), context));
    }

    @Override
    public Pipeline union(Plan.Union union) {
        List<Operator> inputs = union.inputs().stream()
                .map(input -> input.accept(this).open(context))
                .toList();
        return Pipeline.of(new UnionOperator(union.schema(), inputs));
    }

    @Override
    public Pipeline sort(Plan.Sort sort) {
        return held(sort, () -> new SortOperator(sort, sort.input().accept(this), context)::run);
    }

    @Override
    public Pipeline limit(Plan.Limit limit) {
        Operator input = limit.input().accept(this).open(context);
        return Pipeline.of(new LimitOperator(input, limit.rows()));
    }

    @Override
    public Pipeline window(Plan.Window window) {
        return held(window, () -> new WindowOperator(window, window.input().accept(this), context)::run);
    }

    @Override
    public Pipeline match(Plan.Match match) {
        return held(match, () -> new MatchOperator(match, match.input().accept(this), context)::run);
    }

    /**
     * A step that holds its rows.
     *
     * @param compile gives what makes the rows; asked once for a step that occurs several times
     */
    private Pipeline held(Plan step, Supplier<Supplier<HeldRows>> compile) {
        HeldStep held = shared.get(step);
        if (held == null) {
            held = new HeldStep(compile.get());
            if (step.isDeterministic()) {
                shared.put(step, held);
            }
        }
        return Pipeline.of(held.reader(context));
    }

    private Pipeline batches(Supplier<List<Batch>> open) {
        return Pipeline.of(new BatchesOperator(open, () -> {}, context));
    }

    private static Batch batchOf(Schema schema, List<List<Object>> rows) {
        List<Vector> columns = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            VectorBuilder builder = Vector.builder(schema.type(i));
            for (List<Object> row : rows) {
                builder.add(row.get(i));
            }
            columns.add(builder.build());
        }
        return new Batch(schema, columns, rows.size());
    }

    private static Object valueOf(Expr constant) {
        return ExpressionCompiler.compile(constant)
                .evaluate(Frame.of(new Batch(Schema.of(), List.of(), 1)))
                .value(0);
    }
}
