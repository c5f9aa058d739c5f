package io.quarry.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarry.data.Batch;
import io.quarry.data.Schema;
import java.io.IOException;
import java.io.Writer;

/** RFC 4180 with a line of names; null and the empty text look the same. */
final class CsvRows implements RowWriter {
    private final Writer out;
    private final CsvWriter csv;
    private Schema schema;

    CsvRows(Writer out) {
        this.out = out;
        this.csv = CsvWriter.builder().build(out);
    }

    @Override
    public void begin(Schema schema) {
        this.schema = schema;
        csv.writeRecord(schema.names());
    }

    @Override
    public void rows(Batch batch) {
        String[] cells = new String[schema.size()];
        for (int row = 0; row < batch.rows(); row++) {
            for (int i = 0; i < cells.length; i++) {
                cells[i] = CellText.of(schema.type(i), batch.column(i).value(row));
            }
            csv.writeRecord(cells);
        }
    }

    @Override
    public void close() throws IOException {
        csv.flush();
        out.flush();
    }
}
