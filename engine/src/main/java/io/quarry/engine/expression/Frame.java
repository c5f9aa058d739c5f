package io.quarry.engine.expression;

import io.quarry.data.Batch;
import io.quarry.data.Vector;
import java.util.List;

/**
 * The rows over which an expression is evaluated: all rows of some columns, or a selection of them. Columns of a selection
 * are gathered when first asked for. For one thread.
 */
public final class Frame {
    private final List<Vector> base;
    private final int[] baseRows;
    private final int rows;
    private final Vector[] gathered;

    private Frame(List<Vector> base, int[] baseRows, int rows) {
        this.base = base;
        this.baseRows = baseRows;
        this.rows = rows;
        this.gathered = baseRows == null ? null : new Vector[base.size()];
    }

    public static Frame of(Batch batch) {
        return new Frame(batch.columns(), null, batch.rows());
    }

    /** A frame with one column. */
    static Frame of(Vector column) {
        return new Frame(List.of(column), null, column.size());
    }

    public int rows() {
        return rows;
    }

    /** The column, with exactly this frame's rows. */
    Vector column(int index) {
        if (baseRows == null) {
            return base.get(index);
        }
        if (gathered[index] == null) {
            gathered[index] = base.get(index).take(baseRows, rows);
        }
        return gathered[index];
    }

    /** The column that {@link #column} gathers from; row {@code i} of this frame is its row {@code baseRows()[i]}. */
    Vector baseColumn(int index) {
        return base.get(index);
    }

    /** For each row of this frame its row in {@link #baseColumn}; null if they are the same rows. Not to be changed. */
    int[] baseRows() {
        return baseRows;
    }

    /** Only the selected rows of this frame. */
    Frame narrow(Selection selection) {
        if (selection.count() == rows) {
            return this;
        }
        int[] narrowed = selection.rows();
        if (baseRows != null) {
            narrowed = new int[selection.count()];
            for (int i = 0; i < narrowed.length; i++) {
                narrowed[i] = baseRows[selection.rows()[i]];
            }
        }
        return new Frame(base, narrowed, selection.count());
    }
}
