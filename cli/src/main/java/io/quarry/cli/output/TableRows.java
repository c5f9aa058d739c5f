package io.quarry.cli.output;

import io.quarry.data.Batch;
import io.quarry.data.Schema;
import io.quarry.plan.ScreenText;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Aligned columns, as wide as the first rows need. Where lines have to fit into some room, the widest columns give way and
 * what is longer is cut and marked. Where lines may be of any length nothing is cut, and what is longer than {@value
 * #ALIGNED} characters stands out of line.
 */
final class TableRows implements RowWriter {
    /** No limit to the length of a line. */
    static final int ENDLESS = Integer.MAX_VALUE;

    private static final int MEASURED = 1000;
    private static final int ALIGNED = 100;
    private static final int NARROWEST = 8;

    /** Columns that are cut to less are better written vertically. */
    private static final int NARROWEST_TO_READ = 16;

    private static final int GAP = 2;

    private final Writer out;
    private final int room;
    private final Optional<RowWriter> whereTooWide;
    private final List<Batch> held = new ArrayList<>();
    private int heldRows;
    private Schema schema;
    private String[] names;
    private int[] widths;
    private boolean tooWide;

    /**
     * @param room how many cells fit into a line, or {@link #ENDLESS}
     * @param whereTooWide writes the rows if there is room for too little of their columns; without it lines are then longer
     */
    TableRows(Writer out, int room, Optional<RowWriter> whereTooWide) {
        this.out = out;
        this.room = room;
        this.whereTooWide = whereTooWide;
    }

    @Override
    public void begin(Schema schema) {
        this.schema = schema;
        this.names = schema.names().stream().map(ScreenText::printable).toArray(String[]::new);
    }

    @Override
    public void rows(Batch batch) throws IOException {
        if (widths != null) {
            write(batch);
            return;
        }
        held.add(batch);
        heldRows += batch.rows();
        if (heldRows >= MEASURED) {
            release();
        }
    }

    @Override
    public void close() throws IOException {
        if (schema != null && widths == null) {
            release();
        }
        out.flush();
    }

    private void release() throws IOException {
        measure();
        tooWide = room != ENDLESS && !narrow() && whereTooWide.isPresent();
        if (tooWide) {
            whereTooWide.get().begin(schema);
        } else {
            line(names);
            line(Arrays.stream(widths).mapToObj("-"::repeat).toArray(String[]::new));
        }
        for (Batch batch : held) {
            write(batch);
        }
        held.clear();
    }

    private void measure() {
        widths = new int[schema.size()];
        int most = room == ENDLESS ? ALIGNED : room;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = ScreenText.width(names[i]);
            for (Batch batch : held) {
                for (int row = 0; row < batch.rows(); row++) {
                    int length = ScreenText.width(cell(batch, i, row));
                    if (length <= most || room != ENDLESS) {
                        widths[i] = Math.max(widths[i], Math.min(most, length));
                    }
                }
            }
        }
    }

    /** Takes from the widest columns until the line fits; false if that is not possible before all are narrow. */
    private boolean narrow() {
        int over = Arrays.stream(widths).sum() + GAP * (widths.length - 1) - room;
        while (over > 0) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= (whereTooWide.isPresent() ? NARROWEST_TO_READ : NARROWEST)) {
                return false;
            }
            widths[widest]--;
            over--;
        }
        return true;
    }

    private void write(Batch batch) throws IOException {
        if (tooWide) {
            whereTooWide.get().rows(batch);
            return;
        }
        String[] cells = new String[schema.size()];
        for (int row = 0; row < batch.rows(); row++) {
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cell(batch, i, row);
            }
            line(cells);
        }
    }

    private void line(String[] cells) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            String cell = room == ENDLESS || ScreenText.width(cells[i]) <= widths[i]
                    ? cells[i]
                    : ScreenText.beginning(cells[i], Math.max(0, widths[i] - 3)) + "...";
            boolean toTheRight = schema.type(i).isNumeric();
            String blanks = " ".repeat(Math.max(0, widths[i] - ScreenText.width(cell)));
            line.append(i == 0 ? "" : " ".repeat(GAP)).append(toTheRight ? blanks + cell : cell + blanks);
        }
        out.write(line.toString().stripTrailing());
        out.write('\n');
    }

    private String cell(Batch batch, int column, int row) {
        return ScreenText.printable(
                CellText.of(schema.type(column), batch.column(column).value(row)));
    }
}
