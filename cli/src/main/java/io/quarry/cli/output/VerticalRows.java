package io.quarry.cli.output;

import io.quarry.data.Batch;
import io.quarry.data.Schema;
import io.quarry.plan.ScreenText;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;

/** A line for each value, under the number of its row, whole; the further lines of a text stand under its first. */
final class VerticalRows implements RowWriter {
    private static final int GAP = 2;

    private final Writer out;
    private Schema schema;
    private String[] labels;
    private int widest;
    private long rows;

    VerticalRows(Writer out) {
        this.out = out;
    }

    @Override
    public void begin(Schema schema) {
        this.schema = schema;
        this.labels = schema.names().stream().map(ScreenText::printable).toArray(String[]::new);
        this.widest = Arrays.stream(labels).mapToInt(ScreenText::width).max().orElse(0);
    }

    @Override
    public void rows(Batch batch) throws IOException {
        for (int row = 0; row < batch.rows(); row++) {
            out.write("-- row " + ++rows + "\n");
            for (int i = 0; i < schema.size(); i++) {
                line(labels[i], CellText.of(schema.type(i), batch.column(i).value(row)));
            }
        }
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }

    private void line(String name, String value) throws IOException {
        String label = name + " ".repeat(widest + GAP - ScreenText.width(name));
        for (String line : value.split("\\R", -1)) {
            out.write((label + ScreenText.printable(line)).stripTrailing());
            out.write('\n');
            label = " ".repeat(widest + GAP);
        }
    }
}
