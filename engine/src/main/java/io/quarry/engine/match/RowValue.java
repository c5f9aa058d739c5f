package io.quarry.engine.match;

import io.quarry.data.Batch;
import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Vector;
import io.quarry.engine.expression.Evaluator;
import io.quarry.engine.expression.ExpressionCompiler;
import io.quarry.engine.expression.Frame;
import io.quarry.plan.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The boxed value of an expression for a row and a state. */
interface RowValue {
    /**
     * @param state the values of the state's columns, one step after the other
     */
    Object at(int row, Object[][] state);

    /** What reads no state is computed for all rows at once, when it is first asked for. */
    static RowValue of(Expr expr, Batch rows) {
        if (expr instanceof Expr.Literal literal) {
            return (row, state) -> literal.value();
        }
        return readsState(expr, rows.columns().size()) ? new OfState(expr, rows) : new OfRow(expr, rows);
    }

    /** True if the expression reads a column behind those of the rows. */
    static boolean readsState(Expr expr, int width) {
        return expr instanceof Expr.Column column && column.index() >= width
                || expr.children().stream().anyMatch(child -> readsState(child, width));
    }

    /** The value of an expression over the row alone. */
    final class OfRow implements RowValue {
        private final Evaluator evaluator;
        private final Batch rows;
        private Vector values;

        OfRow(Expr expr, Batch rows) {
            this.evaluator = ExpressionCompiler.compile(expr);
            this.rows = rows;
        }

        @Override
        public Object at(int row, Object[][] state) {
            if (values == null) {
                values = evaluator.evaluate(Frame.of(rows));
            }
            return values.value(row);
        }
    }

    /** The value of an expression that reads the state, computed over one row that has just the columns it reads. */
    final class OfState implements RowValue {
        private final Batch rows;
        private final Evaluator evaluator;

        /** The columns that the expression reads. */
        private final List<Expr.Column> columns;

        private final Schema schema;

        OfState(Expr expr, Batch rows) {
            this.rows = rows;
            Map<Expr.Column, Expr> places = new LinkedHashMap<>();
            this.evaluator = ExpressionCompiler.compile(placed(expr, places));
            this.columns = List.copyOf(places.keySet());
            this.schema = new Schema(
                    columns.stream().map(column -> new Field("", column.type())).toList());
        }

        private static Expr placed(Expr expr, Map<Expr.Column, Expr> places) {
            if (expr instanceof Expr.Column column) {
                Expr next = new Expr.Column(places.size(), column.type());
                return places.computeIfAbsent(column, key -> next);
            }
            return expr.withChildren(
                    expr.children().stream().map(child -> placed(child, places)).toList());
        }

        @Override
        public Object at(int row, Object[][] state) {
            int width = rows.columns().size();
            List<Vector> values = new ArrayList<>(columns.size());
            for (Expr.Column column : columns) {
                int index = column.index();
                values.add(
                        index < width ? cell(index, row) : Vector.constant(column.type(), of(state, index - width), 1));
            }
            return evaluator.evaluate(Frame.of(new Batch(schema, values, 1))).value(0);
        }

        private Vector cell(int column, int row) {
            return rows.column(column).take(new int[] {row}, 1);
        }

        private static Object of(Object[][] state, int index) {
            int width = state[0].length;
            return state[index / width][index % width];
        }
    }
}
