package io.quarry.telemetry.syslog;

import io.quarry.telemetry.EventField;
import io.quarry.telemetry.EventField.Section;
import io.quarry.telemetry.windows.EventBuilder;
import io.quarry.telemetry.windows.HeaderValues;
import io.quarry.telemetry.windows.WindowsLogs;
import io.quarry.telemetry.windows.WindowsMessage;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Windows event as agents put it into one line: WinCollect's {@code AgentDevice=WindowsLog} and what follows, {@code
 * Key=value} between tabs up to {@code Message=}, and Snare's {@code MSWinEventLog} with values by their places. The fields of
 * the event are taken out of its message.
 */
final class AgentForm {
    private static final String WINDOWS = "AgentDevice=WindowsLog";
    private static final String MESSAGE = "\tMessage=";
    private static final int SNARE_MESSAGE = 13;
    private static final int SNARE_LEAST = 11;
    private static final int EVENT_CODE = 0xffff;

    private AgentForm() {}

    /** True of what WinCollect reads from the Windows event log; it ships the files of servers too. */
    static boolean isWindows(String text, int from) {
        int end = from + WINDOWS.length();
        return text.startsWith(WINDOWS, from) && (end == text.length() || text.charAt(end) == '\t');
    }

    /** @param content from {@code AgentDevice=} on */
    static void fill(String content, EventBuilder builder) throws MalformedContent {
        int message = content.indexOf(MESSAGE);
        boolean hasMessage = message >= 0;
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : (hasMessage ? content.substring(0, message) : content).split("\t")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(pair.substring(0, equals).strip(), pair.substring(equals + 1));
            }
        }
        Map<String, String> header = new LinkedHashMap<>();
        header.put("Channel", values.get("AgentLogFile"));
        header.put("Provider", values.get("Source"));
        header.put("Computer", given(values.get("Computer"), values.get("OriginatingComputer")));
        header.put("EventID", given(values.get("EventIDCode"), code(values.get("EventID"))));
        header.put("EventRecordID", values.get("RecordNumber"));
        header.put("Time", values.get("TimeGenerated"));
        header.put("Level", HeaderValues.level(values.get("Level")));
        header.put("Task", values.get("Task"));
        header.put("Opcode", values.get("Opcode"));
        header.put("Keywords", HeaderValues.keywords(values.get("Keywords")));
        put(header, hasMessage ? content.substring(message + MESSAGE.length()) : "", builder);
    }

    /** @param content from {@code MSWinEventLog} on */
    static void fillSnare(String content, EventBuilder builder) throws MalformedContent {
        String[] parts = content.split("\t", SNARE_MESSAGE + 1);
        if (parts.length < SNARE_LEAST) {
            throw new MalformedContent(
                    "a Snare event of " + parts.length + " values between tabs, expected at least " + SNARE_LEAST);
        }
        Map<String, String> header = new LinkedHashMap<>();
        header.put("Channel", parts[2]);
        header.put("Time", Long.toString(snareSeconds(parts[4])));
        header.put("EventID", parts[5]);
        header.put("Provider", parts[6]);
        header.put("Computer", parts[10]);
        String text = parts.length > SNARE_MESSAGE ? parts[SNARE_MESSAGE] : "";
        put(header, text.replaceFirst("\\t\\d+\\s*$", ""), builder);
    }

    /** {@code Mon Mar 02 14:00:00 2026} in seconds since 1970. */
    private static long snareSeconds(String text) throws MalformedContent {
        return SyslogTime.at(text.strip(), 0)
                .map(time -> (time.ticks() - io.quarry.data.Ticks.UNIX_EPOCH) / io.quarry.data.Ticks.PER_SECOND)
                .orElseThrow(() -> new MalformedContent("'" + text + "' where Snare writes the time"));
    }

    private static void put(Map<String, String> header, String message, EventBuilder builder) throws MalformedContent {
        int id = id(header.get("EventID"));
        String channel = given(header.get("Channel"), WindowsLogs.channelOf(header.get("Provider")));
        String provider = given(header.get("Provider"), WindowsLogs.providerOf(channel));
        builder.system("Provider", "Name", provider);
        builder.system("Channel", channel);
        builder.time(HeaderValues.time(header.get("Time")));
        for (String element :
                new String[] {"Computer", "EventID", "EventRecordID", "Level", "Task", "Opcode", "Keywords"}) {
            builder.system(element, header.get(element));
        }
        for (EventField field : WindowsMessage.fields(provider, id, message)) {
            builder.field(field.section(), field.name(), field.value());
        }
        if (!message.isBlank()) {
            builder.field(Section.OTHER, "Message", message.strip());
        }
    }

    private static int id(String text) throws MalformedContent {
        if (text == null || !text.strip().matches("\\d{1,9}")) {
            throw new MalformedContent(
                    "a Windows event " + (text == null ? "without EventID" : "of id '" + text + "'"));
        }
        return Integer.parseInt(text.strip());
    }

    /** The event's own number within the identifier that holds its severity and facility too. */
    private static String code(String identifier) {
        return identifier == null || !identifier.strip().matches("\\d{1,10}")
                ? identifier
                : Long.toString(Long.parseLong(identifier.strip()) & EVENT_CODE);
    }

    private static String given(String first, String second) {
        return first == null || first.isBlank() ? second : first;
    }
}
