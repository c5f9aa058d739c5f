package io.quarry.cli.output;

import io.quarry.data.Batch;
import io.quarry.data.Schema;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * One JSON object a line; null where a value is null. Rows of one of several results are in a member {@code row}, beside the
 * result's name in {@code result}.
 */
final class JsonRows implements RowWriter {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private final Writer out;
    private final Optional<String> result;
    private Schema schema;

    /** @param result the name of the result, if there are several */
    JsonRows(Writer out, Optional<String> result) {
        this.out = out;
        this.result = result;
    }

    @Override
    public void begin(Schema schema) {
        this.schema = schema;
    }

    @Override
    public void rows(Batch batch) throws IOException {
        for (int row = 0; row < batch.rows(); row++) {
            try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
                if (result.isPresent()) {
                    json.writeStartObject();
                    json.writeName("result").writeString(result.get());
                    json.writeName("row");
                    object(json, batch, row);
                    json.writeEndObject();
                } else {
                    object(json, batch, row);
                }
            }
            out.write('\n');
        }
    }

    private void object(JsonGenerator json, Batch batch, int row) {
        json.writeStartObject();
        for (int i = 0; i < schema.size(); i++) {
            json.writeName(schema.name(i));
            CellText.write(json, schema.type(i), batch.column(i).value(row));
        }
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
