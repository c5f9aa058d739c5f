package io.quarry.testing.samples;

import io.quarry.detect.scenario.Log;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.evtx.EvtxWriter;
import io.quarry.telemetry.evtx.FieldType;
import io.quarry.telemetry.json.NdjsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Writes the records of hosts in the forms that ship. The same records give the same bytes. */
final class SampleFiles {
    private static final Map<String, FieldType> SYSMON_TYPES = Map.ofEntries(
            Map.entry("ProcessGuid", FieldType.GUID),
            Map.entry("ProcessId", FieldType.UINT32),
            Map.entry("LogonGuid", FieldType.GUID),
            Map.entry("LogonId", FieldType.HEX_INT64),
            Map.entry("TerminalSessionId", FieldType.UINT32),
            Map.entry("ParentProcessGuid", FieldType.GUID),
            Map.entry("ParentProcessId", FieldType.UINT32),
            Map.entry("Initiated", FieldType.BOOL),
            Map.entry("SourceIsIpv6", FieldType.BOOL),
            Map.entry("SourcePort", FieldType.UINT32),
            Map.entry("DestinationIsIpv6", FieldType.BOOL),
            Map.entry("DestinationPort", FieldType.UINT32));

    private static final Map<String, FieldType> SECURITY_TYPES = Map.of(
            "SubjectUserSid", FieldType.SID,
            "SubjectLogonId", FieldType.HEX_INT64,
            "NewProcessId", FieldType.HEX_INT64,
            "ProcessId", FieldType.HEX_INT64,
            "TargetUserSid", FieldType.SID,
            "TargetLogonId", FieldType.HEX_INT64,
            "MandatoryLabel", FieldType.SID);

    private SampleFiles() {}

    /** One event log a host and channel: {@code HOST-CHANNEL.evtx}. */
    static void writeEventLogs(Path folder, List<HostRecords> hosts) throws IOException {
        Files.createDirectories(folder);
        for (HostRecords host : hosts) {
            for (Map.Entry<String, List<Event>> channel : host.byChannel().entrySet()) {
                Path file = folder.resolve(shortName(host.host()) + "-" + shortChannel(channel.getKey()) + ".evtx");
                EvtxWriter.write(file, channel.getValue(), types(channel.getKey()));
            }
        }
    }

    /** One compressed file a host, all channels in order of time: {@code HOST.ndjson.gz}. */
    static void writeNdjson(Path folder, List<HostRecords> hosts) throws IOException {
        Files.createDirectories(folder);
        for (HostRecords host : hosts) {
            Path file = folder.resolve(shortName(host.host()) + ".ndjson.gz");
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                for (Event event : host.events()) {
                    out.write((NdjsonWriter.line(event) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static Map<String, FieldType> types(String channel) {
        if (channel.equals(Log.SYSMON.channel())) {
            return SYSMON_TYPES;
        }
        return channel.equals(Log.SECURITY.channel()) ? SECURITY_TYPES : Map.of();
    }

    private static String shortName(String host) {
        return host.split("\\.", 2)[0];
    }

    /** {@code sysmon} for {@code Microsoft-Windows-Sysmon/Operational}. */
    private static String shortChannel(String channel) {
        String name = channel.split("/", 2)[0];
        return name.substring(name.lastIndexOf('-') + 1).toLowerCase(Locale.ROOT);
    }
}
