package io.quarry.telemetry;

import java.io.IOException;
import java.io.InputStream;

/** A format of telemetry files. Stateless, so one instance serves all threads. */
public interface Format {
    /** As a report names it: {@code EVTX}. */
    String name();

    /** True if a file that begins so is of this format. Decides by content; the file's name is not looked at. */
    boolean recognizes(Head head);

    /**
     * Reads a file from its first byte to its last. Damage inside goes to {@link EventSink#problem}; events come in the
     * order of the file.
     *
     * @param file the name that locations carry, and its age
     * @param content the uncompressed bytes; the caller closes it
     * @throws IOException if the content itself ends badly (a disk error, a damaged compression)
     */
    void read(SourceFile file, InputStream content, EventSink sink) throws IOException;
}
