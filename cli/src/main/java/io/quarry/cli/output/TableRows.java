package io.quarry.cli.output;

import io.quarry.data.Batch;
import io.quarry.data.Schema;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Aligned columns. Widths are those of the first rows; what is longer than {@link #WIDEST} is cut and marked. */
final class TableRows implements RowWriter {
    private static final int MEASURED = 1000;
    private static final int WIDEST = 60;
    private static final int GAP = 2;

    private static final int NARROWEST = 8;

    private final Writer out;
    private final int room;
    private final List<String[]> held = new ArrayList<>();
    private Schema schema;
    private int[] widths;

    /** @param room how many characters fit into a line; columns become narrower to fit */
    TableRows(Writer out, int room) {
        this.out = out;
        this.room = room;
    }

    @Override
    public void begin(Schema schema) {
        this.schema = schema;
    }

    @Override
    public void rows(Batch batch) throws IOException {
        for (int row = 0; row < batch.rows(); row++) {
            String[] cells = new String[schema.size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = printable(CellText.of(schema.type(i), batch.column(i).value(row)));
            }
            if (widths != null) {
                line(cells);
            } else {
                held.add(cells);
                if (held.size() == MEASURED) {
                    release();
                }
            }
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
        widths = new int[schema.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = schema.name(i).length();
            for (String[] cells : held) {
                widths[i] = Math.max(widths[i], cells[i].length());
            }
            widths[i] = Math.min(widths[i], WIDEST);
        }
        narrow();
        line(schema.names().toArray(String[]::new));
        String[] rule = new String[widths.length];
        for (int i = 0; i < rule.length; i++) {
            rule[i] = "-".repeat(widths[i]);
        }
        line(rule);
        for (String[] cells : held) {
            line(cells);
        }
        held.clear();
    }

    /** Takes from the widest columns until the line fits, or all are narrow. */
    private void narrow() {
        int over = Arrays.stream(widths).sum() + GAP * (widths.length - 1) - room;
        while (over > 0) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths.length == 0 || widths[widest] <= NARROWEST) {
                return;
            }
            widths[widest]--;
            over--;
        }
    }

    private void line(String[] cells) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i].length() <= widths[i]
                    ? cells[i]
                    : cells[i].substring(0, Math.max(0, widths[i] - 3)) + "...";
            boolean toTheRight = schema.type(i).isNumeric();
            String blanks = " ".repeat(Math.max(0, widths[i] - cell.length()));
            line.append(i == 0 ? "" : " ".repeat(GAP)).append(toTheRight ? blanks + cell : cell + blanks);
        }
        out.write(line.toString().stripTrailing());
        out.write('\n');
    }

    /** Control characters would break the lines, or drive the terminal. */
    private static String printable(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                if (clean == null) {
                    clean = new StringBuilder(text);
                }
                clean.setCharAt(i, ' ');
            }
        }
        return clean == null ? text : clean.toString();
    }
}
