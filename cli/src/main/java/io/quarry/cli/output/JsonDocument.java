package io.quarry.cli.output;

import io.quarry.data.Batch;
import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.plan.Chart;
import io.quarry.plan.Expr;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * One JSON object for the whole result: its {@code name} if there are several, {@code columns} with names and types, {@code
 * chart} if the query asks for one, with the columns that it uses, and {@code rows} as arrays.
 */
final class JsonDocument implements RowWriter {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private final Writer out;
    private final Optional<String> name;
    private final Optional<Chart> chart;
    private JsonGenerator json;
    private Schema schema;

    /** @param name of the result, if there are several */
    JsonDocument(Writer out, Optional<String> name, Optional<Chart> chart) {
        this.out = out;
        this.name = name;
        this.chart = chart;
    }

    @Override
    public void begin(Schema columns) {
        schema = columns;
        json = JSON.createGenerator(ObjectWriteContext.empty(), out);
        json.writeStartObject();
        name.ifPresent(given -> json.writeName("name").writeString(given));
        json.writeName("columns").writeStartArray();
        for (Field field : schema.fields()) {
            json.writeStartObject();
            json.writeName("name").writeString(field.name());
            json.writeName("type").writeString(field.type().label());
            json.writeEndObject();
        }
        json.writeEndArray();
        chart.ifPresent(this::chart);
        json.writeName("rows").writeStartArray();
    }

    @Override
    public void rows(Batch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            json.writeStartArray();
            for (int i = 0; i < schema.size(); i++) {
                CellText.write(json, schema.type(i), batch.column(i).value(row));
            }
            json.writeEndArray();
        }
    }

    @Override
    public void close() throws IOException {
        if (json != null) {
            json.writeEndArray();
            json.writeEndObject();
            json.close();
            out.write('\n');
        }
        out.flush();
    }

    private void chart(Chart drawn) {
        Chart.Columns columns = drawn.columnsOf(schema);
        json.writeName("chart").writeStartObject();
        json.writeName("kind").writeString(drawn.kind().label());
        text("title", drawn.title());
        text("x_column", columns.x().orElse(""));
        names("y_columns", columns.y());
        names("series", columns.series());
        names("anomaly_columns", columns.anomalies());
        axis("x", drawn.x());
        axis("y", drawn.y());
        text("stacking", label(drawn.style().stacking()));
        text("split", label(drawn.style().split()));
        text("legend", label(drawn.style().legend()));
        json.writeName("accumulate").writeBoolean(drawn.style().accumulation() == Chart.Accumulation.SUMS);
        json.writeEndObject();
    }

    private void axis(String letter, Chart.Axis axis) {
        text(letter + "_title", axis.title());
        text(letter + "_scale", label(axis.scale()));
        bound(letter + "_min", axis.from());
        bound(letter + "_max", axis.to());
    }

    private void bound(String name, Optional<Expr.Literal> bound) {
        bound.ifPresent(literal -> {
            json.writeName(name);
            CellText.write(json, literal.type(), literal.value());
        });
    }

    private void text(String name, String value) {
        if (!value.isEmpty()) {
            json.writeName(name).writeString(value);
        }
    }

    private void names(String name, List<String> values) {
        json.writeName(name).writeStartArray();
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private static String label(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
