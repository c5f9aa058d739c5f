package io.quarry.cli.output;

import io.quarry.data.Batch;
import io.quarry.data.Schema;
import java.io.Closeable;
import java.io.IOException;

/** Writes a result, batch by batch. Not safe for threads. */
public interface RowWriter extends Closeable {
    /** Called once, before all rows. */
    void begin(Schema schema) throws IOException;

    void rows(Batch batch) throws IOException;

    /** Completes the output; does not close the stream beneath. */
    @Override
    void close() throws IOException;
}
