package io.quarry.cli.output;

import io.quarry.data.Batch;
import io.quarry.data.Schema;
import java.io.IOException;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** One JSON object a line; null where a value is null. */
final class JsonRows implements RowWriter {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private final Writer out;
    private Schema schema;

    JsonRows(Writer out) {
        this.out = out;
    }

    @Override
    public void begin(Schema schema) {
        this.schema = schema;
    }

    @Override
    public void rows(Batch batch) throws IOException {
        for (int row = 0; row < batch.rows(); row++) {
            try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
                json.writeStartObject();
                for (int i = 0; i < schema.size(); i++) {
                    json.writeName(schema.name(i));
                    CellText.write(json, schema.type(i), batch.column(i).value(row));
                }
                json.writeEndObject();
            }
            out.write('\n');
        }
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
