package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Vector;
import io.quarry.engine.column.Footprint;
import io.quarry.engine.expression.Evaluator;
import io.quarry.engine.expression.ExpressionCompiler;
import io.quarry.engine.expression.Frame;
import io.quarry.engine.key.KeyTable;
import io.quarry.engine.run.RunContext;
import io.quarry.engine.window.Partitions;
import io.quarry.engine.window.Windows;
import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import io.quarry.plan.WindowCall;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Appends the columns of window functions. Partition keys are computed on the run's threads; all rows are held. */
final class WindowOperator {
    private static final long BYTES_OF_PLACE = 3L * Integer.BYTES;

    private final Plan.Window window;
    private final Pipeline input;
    private final RunContext context;
    private final List<Evaluator> keys;
    private final Schema keyed;

    WindowOperator(Plan.Window window, Pipeline input, RunContext context) {
        this.window = window;
        this.input = input;
        this.context = context;
        this.keys = ExpressionCompiler.compile(window.partitionKeys());
        this.keyed = window.input()
                .schema()
                .plus(window.partitionKeys().stream()
                        .map(key -> new Field("$key", key.type()))
                        .toList());
    }

    /** Reads the input and gives its rows with the columns of the calls. */
    Iterator<Batch> run() {
        HeldRows held = new HeldRows("window", keyed, context.memory());
        try (OrderedMap<Batch, Batch> batches = input.map(context, this::withKeys)) {
            for (var batch = batches.next(); batch.isPresent(); batch = batches.next()) {
                if (batch.get().rows() > 0) {
                    held.add(batch.get());
                }
            }
        }
        input.source().close();
        Batch rows = withCalls(held);
        held.release();
        return List.of(rows).iterator();
    }

    private Batch withKeys(Batch batch) {
        Frame frame = Frame.of(batch);
        List<Vector> columns = new ArrayList<>(batch.columns());
        keys.forEach(key -> columns.add(key.evaluate(frame)));
        return new Batch(keyed, columns, batch.rows());
    }

    private Batch withCalls(HeldRows held) {
        Batch all = held.joined();
        int width = window.input().schema().size();
        held.reserve(BYTES_OF_PLACE * all.rows());
        KeyTable table =
                new KeyTable(window.partitionKeys().stream().map(Expr::type).toList());
        int[] partitionOfRow = table.add(all.columns().subList(width, keyed.size()), all.rows());
        Windows windows = new Windows(Partitions.of(partitionOfRow, table.size()));
        Footprint footprint = new Footprint();
        Batch rows = new Batch(window.input().schema(), all.columns().subList(0, width), all.rows());
        for (WindowCall call : window.calls()) {
            context.cancelToken().check();
            Vector values = windows.apply(call.function(), valuesOf(call.arguments(), rows));
            held.reserve(footprint.added(values));
            rows = with(rows, call.field(), values);
        }
        return rows;
    }

    private static List<Vector> valuesOf(List<Expr> arguments, Batch rows) {
        Frame frame = Frame.of(rows);
        return ExpressionCompiler.compile(arguments).stream()
                .map(argument -> argument.evaluate(frame))
                .toList();
    }

    private static Batch with(Batch rows, Field field, Vector values) {
        List<Vector> columns = new ArrayList<>(rows.columns());
        columns.add(values);
        return new Batch(rows.schema().plus(List.of(field)), columns, rows.rows());
    }
}
