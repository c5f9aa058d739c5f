package io.quarry.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Batch;
import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.data.VectorBuilder;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableRowsTest {
    private static final String LONG = "x".repeat(90);

    @Test
    void whatFitsIsNotCut() throws IOException {
        StringWriter out = new StringWriter();
        write(OutputFormat.fittingRows(out, 94), LONG, "y");
        assertThat(out.toString().lines()).last().isEqualTo(LONG + "  y");
    }

    @Test
    void theWidestColumnGivesWay() throws IOException {
        StringWriter out = new StringWriter();
        write(OutputFormat.fittingRows(out, 40), LONG, "yyyy");
        assertThat(out.toString().lines()).last().isEqualTo("x".repeat(31) + "...  yyyy");
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 40);
    }

    @Test
    void cellsAreMeasuredAsTheScreenShowsThem() throws IOException {
        StringWriter out = new StringWriter();
        write(OutputFormat.fittingRows(out, 40), "名前".repeat(20), "e\u0301");
        assertThat(out.toString().lines()).last().isEqualTo("名前".repeat(8) + "...   e\u0301");
    }

    @Test
    void namesThatDriveATerminalAreHarmless() throws IOException {
        Schema schema = new Schema(List.of(new Field("a\u001b[2J\nb", Type.LONG)));
        for (boolean vertical : new boolean[] {true, false}) {
            StringWriter out = new StringWriter();
            try (RowWriter rows =
                    (vertical ? OutputFormat.VERTICAL : OutputFormat.TABLE).writer(out, Optional.empty())) {
                VectorBuilder builder = Vector.builder(Type.LONG);
                builder.add(1L);
                rows.begin(schema);
                rows.rows(new Batch(schema, List.of(builder.build()), 1));
            }
            assertThat(out.toString()).contains("a [2J b").doesNotContain("\u001b");
        }
    }

    @Test
    void rowsWithTooManyColumnsAreWrittenVertically() throws IOException {
        StringWriter out = new StringWriter();
        write(OutputFormat.fittingRows(out, 40), LONG, LONG, LONG, LONG, "two\nlines");
        assertThat(out.toString())
                .isEqualTo("-- row 1\nc0  %s\nc1  %s\nc2  %s\nc3  %s\nc4  two\n    lines\n"
                        .formatted(LONG, LONG, LONG, LONG));
    }

    @Test
    void aTableThatWasAskedForStaysOne() throws IOException {
        StringWriter out = new StringWriter();
        write(OutputFormat.cutTable(out, 40), LONG, LONG, LONG, LONG, LONG);
        assertThat(out.toString().lines()).last().isEqualTo("xxxxx...  xxxxx...  xxxxx...  xxxxx...  xxxxx...");
    }

    private static void write(RowWriter rows, String... cells) throws IOException {
        Schema schema = new Schema(IntStream.range(0, cells.length)
                .mapToObj(i -> new Field("c" + i, Type.STRING))
                .toList());
        List<Vector> columns = IntStream.range(0, cells.length)
                .mapToObj(i -> {
                    VectorBuilder builder = Vector.builder(Type.STRING);
                    builder.add(cells[i]);
                    return builder.build();
                })
                .toList();
        try (rows) {
            rows.begin(schema);
            rows.rows(new Batch(schema, columns, 1));
        }
    }
}
