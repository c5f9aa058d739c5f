package io.quarry.telemetry.evtx;

import io.quarry.telemetry.EventSink;
import io.quarry.telemetry.Format;
import io.quarry.telemetry.Head;
import io.quarry.telemetry.SourceFile;
import java.io.IOException;
import java.io.InputStream;

/** Windows event logs, {@code .evtx}: also those whose file header is damaged, by their first chunk. */
public final class EvtxFormat implements Format {
    private static final int FIRST_CHUNK = 4096;

    @Override
    public String name() {
        return "EVTX";
    }

    @Override
    public boolean recognizes(Head head) {
        return head.hasAt(0, "ElfFile\0") || head.hasAt(FIRST_CHUNK, "ElfChnk\0") || head.hasAt(0, "ElfChnk\0");
    }

    @Override
    public void read(SourceFile file, InputStream content, EventSink sink) throws IOException {
        new EvtxReader(file.name(), sink).read(content);
    }
}
