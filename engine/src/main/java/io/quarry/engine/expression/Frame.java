package io.quarry.engine.expression;

import io.quarry.data.Batch;
import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Vector;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows over which an expression is evaluated: all rows of some columns, or a selection of them. Columns of a selection
 * are gathered when first asked for. For one thread.
 */
public final class Frame {
    private final Batch base;
    private final Selection selected;
    private final int rows;
    private final Vector[] gathered;

    /**
     * @param selected of the base, null if all
     */
    private Frame(Batch base, Selection selected, int rows) {
        this.base = base;
        this.selected = selected;
        this.rows = rows;
        this.gathered = selected == null ? null : new Vector[base.columns().size()];
    }

    public static Frame of(Batch batch) {
        return new Frame(batch, null, batch.rows());
    }

    /** A frame with one column. */
    static Frame of(Vector column) {
        Schema schema = new Schema(List.of(new Field("$column", column.type())));
        return of(new Batch(schema, List.of(column), column.size()));
    }

    public int rows() {
        return rows;
    }

    /** The column, with exactly this frame's rows. */
    Vector column(int index) {
        if (isWhole()) {
            return base.column(index);
        }
        if (gathered[index] == null) {
            gathered[index] = base.column(index).take(baseRows(), rows);
        }
        return gathered[index];
    }

    /** The column that {@link #column} gathers from; row {@code i} of this frame is its row {@code baseRows()[i]}. */
    Vector baseColumn(int index) {
        return base.column(index);
    }

    /** True if this frame has all rows of {@link #baseColumn}. */
    boolean isWhole() {
        return selected == null;
    }

    /** For each row of this frame its row in {@link #baseColumn}. Not to be changed, perhaps longer; not for whole frames. */
    int[] baseRows() {
        return selected.rows();
    }

    /** The rows of this frame, all columns gathered. */
    public Batch batch() {
        if (isWhole()) {
            return base;
        }
        List<Vector> columns = new ArrayList<>();
        for (int i = 0; i < gathered.length; i++) {
            columns.add(column(i));
        }
        return new Batch(base.schema(), columns, rows);
    }

    /** Only the selected rows of this frame. */
    public Frame narrow(Selection selection) {
        if (selection.count() == rows) {
            return this;
        }
        return new Frame(base, isWhole() ? selection : selected.within(selection), selection.count());
    }
}
