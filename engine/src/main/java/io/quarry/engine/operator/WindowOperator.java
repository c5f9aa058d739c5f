package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.data.Field;
import io.quarry.data.Vector;
import io.quarry.engine.column.Footprint;
import io.quarry.engine.expression.ExpressionCompiler;
import io.quarry.engine.expression.Frame;
import io.quarry.engine.run.RunContext;
import io.quarry.engine.window.Windows;
import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import io.quarry.plan.WindowCall;
import java.util.ArrayList;
import java.util.List;

/** Appends the columns of window functions. All rows are held. */
final class WindowOperator {
    private final Plan.Window window;
    private final Pipeline input;
    private final RunContext context;

    WindowOperator(Plan.Window window, Pipeline input, RunContext context) {
        this.window = window;
        this.input = input;
        this.context = context;
    }

    /** Reads the input and gives its rows with the columns of the calls. */
    HeldRows run() {
        KeyedRows keyed = KeyedRows.read("window", input, window.input().schema(), window.partitionKeys(), context);
        Windows windows = new Windows(keyed.partitions());
        Footprint footprint = new Footprint();
        Batch rows = keyed.rows();
        for (WindowCall call : window.calls()) {
            context.cancelToken().check();
            Vector values = windows.apply(call.function(), valuesOf(call.arguments(), rows));
            keyed.held().reserve(footprint.added(values));
            rows = with(rows, call.field(), values);
        }
        keyed.held().replace(rows);
        return keyed.held();
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
