package io.quarry.telemetry;

import io.quarry.data.Ticks;
import io.quarry.telemetry.EventField.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Events made for tests. */
public final class MadeEvents {
    public static final long TIME = Ticks.of(Instant.parse("2024-05-06T07:08:09Z")) + 1_234_567;

    private MadeEvents() {}

    /** A process start as Sysmon tells it, number {@code i}. */
    public static Event processStart(int i) {
        List<EventField> fields = new ArrayList<>();
        fields.add(data("RuleName", ""));
        fields.add(data("UtcTime", "2024-05-06 07:08:09.123"));
        fields.add(data("ProcessGuid", "{747F3D96-51C9-5F93-0000-0010101" + String.format("%05d", i) + "}"));
        fields.add(data("ProcessId", Integer.toString(4000 + i)));
        fields.add(data("Image", "C:\\Windows\\System32\\rundll32.exe"));
        fields.add(data(
                "CommandLine",
                "rundll32.exe dfshim.dll,ShOpenVerbApplication http://bücher.example/" + i + ".application"));
        fields.add(data("LogonId", "0x3e7"));
        fields.add(data("User", "EXAMPLE\\日本-𝒜"));
        return new Event(new EventLocation("made", i + 1, -1), header(1, i), fields);
    }

    public static EventHeader header(int eventId, long record) {
        return new EventHeader(
                "Microsoft-Windows-Sysmon",
                "{5770385F-C22A-43E0-BF4C-06F5698FFBD9}",
                null,
                eventId,
                null,
                "5",
                "4",
                Integer.toString(eventId),
                "0",
                "0x8000000000000000",
                TIME + record,
                1000 + record,
                null,
                null,
                "3208",
                "4804",
                "Microsoft-Windows-Sysmon/Operational",
                "WS01.example.org",
                "S-1-5-18");
    }

    public static EventField data(String name, String value) {
        return new EventField(Section.EVENT_DATA, name, value);
    }

    public static List<Event> processStarts(int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(processStart(i));
        }
        return events;
    }
}
