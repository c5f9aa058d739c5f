package io.quarry.cli;

import io.quarry.cli.output.RowWriter;
import io.quarry.plan.Chart;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Where the results of one query go. Not safe for threads. */
interface ResultSink extends Closeable {
    /**
     * A writer of the next result, to be closed before another one is asked for.
     *
     * @param name tells the result from the others
     * @param chart how the query wants its rows drawn
     */
    RowWriter next(String name, Optional<Chart> chart) throws IOException;
}
