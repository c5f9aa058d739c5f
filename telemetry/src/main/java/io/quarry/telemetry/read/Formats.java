package io.quarry.telemetry.read;

import io.quarry.telemetry.Format;
import io.quarry.telemetry.evtx.EvtxFormat;
import io.quarry.telemetry.json.JsonFormat;
import io.quarry.telemetry.syslog.SyslogFormat;
import io.quarry.telemetry.windows.XmlFormat;
import java.util.List;

/** The formats that are read; a file is of the first that recognizes it. */
final class Formats {
    static final List<Format> ALL = List.of(new EvtxFormat(), new XmlFormat(), new JsonFormat(), new SyslogFormat());

    private Formats() {}
}
