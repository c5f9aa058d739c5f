package io.quarry.cli;

import io.quarry.cli.output.OutputFormat;
import io.quarry.cli.output.RowWriter;
import io.quarry.plan.Chart;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/**
 * Results one after the other in one stream. A single result stands alone. Several are told apart by their names: tables by a
 * line above each, rows of NDJSON by a member {@code result}, and JSON is one object whose member {@code results} holds an
 * object for each.
 */
final class ResultStream implements ResultSink {
    private final Writer out;
    private final RowOutput output;
    private final int results;
    private int begun;

    /**
     * @param results how many there will be
     * @throws UsageException if there are several, and the form cannot tell them apart
     */
    ResultStream(Writer out, RowOutput output, int results) {
        requireDistinct(output.form(), results);
        this.out = out;
        this.output = output;
        this.results = results;
    }

    /** @throws UsageException if there are several results, and the form cannot tell them apart */
    static void requireDistinct(RowForm form, int results) {
        if (results > 1 && form == RowForm.CSV) {
            throw new UsageException("the query has " + results + " results, which CSV cannot tell apart in one stream;"
                    + " -o FOLDER/ writes a file for each, -f ndjson and -f json name them");
        }
    }

    @Override
    public RowWriter next(String name, Optional<Chart> chart) throws IOException {
        begun++;
        if (results == 1) {
            return output.writer(out, chart);
        }
        OutputFormat format = output.form().format();
        if (format == OutputFormat.JSON) {
            out.write(begun == 1 ? "{\"results\":[\n" : ",\n");
        }
        Optional<RowWriter> named = format.named(out, name, chart);
        if (named.isPresent()) {
            return named.get();
        }
        out.write((begun == 1 ? "" : "\n") + name + ":\n");
        return output.writer(out, chart);
    }

    @Override
    public void close() throws IOException {
        if (results > 1 && begun > 0 && output.form().format() == OutputFormat.JSON) {
            out.write("]}\n");
        }
        out.close();
    }
}
