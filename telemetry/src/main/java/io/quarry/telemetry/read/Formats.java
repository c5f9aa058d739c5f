package io.quarry.telemetry.read;

import io.quarry.telemetry.Format;
import io.quarry.telemetry.evtx.EvtxFormat;
import java.util.List;

/** The formats that are read; a file is of the first that recognizes it. */
final class Formats {
    static final List<Format> ALL = List.of(new EvtxFormat());

    private Formats() {}
}
