package io.quarry.telemetry.windows;

import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventField;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.EventLocation;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects one event, part by part as its XML has them. Empty texts of the {@code System} section count as absent. Used
 * for one event after the other; not safe for threads.
 */
public final class EventBuilder {
    private final List<EventField> fields = new ArrayList<>();
    private String provider;
    private String providerGuid;
    private String eventSourceName;
    private int eventId;
    private String qualifiers;
    private String version;
    private String level;
    private String task;
    private String opcode;
    private String keywords;
    private long time;
    private long eventRecordId;
    private String activityId;
    private String relatedActivityId;
    private String processId;
    private String threadId;
    private String channel;
    private String computer;
    private String userId;

    public EventBuilder() {
        clear();
    }

    /** Forgets everything, to begin the next event. */
    public void clear() {
        fields.clear();
        provider = null;
        providerGuid = null;
        eventSourceName = null;
        eventId = -1;
        qualifiers = null;
        version = null;
        level = null;
        task = null;
        opcode = null;
        keywords = null;
        time = EventHeader.NO_TIME;
        eventRecordId = -1;
        activityId = null;
        relatedActivityId = null;
        processId = null;
        threadId = null;
        channel = null;
        computer = null;
        userId = null;
    }

    /** The text of an element of {@code System}; elements that the header does not hold are ignored. */
    public void system(String element, String text) {
        String value = emptyAsNull(text);
        switch (element) {
            case "EventID" -> eventId = number(value);
            case "Version" -> version = value;
            case "Level" -> level = value;
            case "Task" -> task = value;
            case "Opcode" -> opcode = value;
            case "Keywords" -> keywords = value;
            case "EventRecordID" -> eventRecordId = recordId(value);
            case "Channel" -> channel = value;
            case "Computer" -> computer = value;
            default -> {}
        }
    }

    /** An attribute of an element of {@code System}; null is an absent one. */
    public void system(String element, String attribute, String text) {
        String value = emptyAsNull(text);
        switch (element) {
            case "Provider" -> provider(attribute, value);
            case "EventID" -> qualifiers = attribute.equals("Qualifiers") ? value : qualifiers;
            case "TimeCreated" -> time = attribute.equals("SystemTime") ? SystemTime.parse(value) : time;
            case "Correlation" -> correlation(attribute, value);
            case "Execution" -> execution(attribute, value);
            case "Security" -> userId = attribute.equals("UserID") ? value : userId;
            default -> {}
        }
    }

    private void provider(String attribute, String value) {
        switch (attribute) {
            case "Name" -> provider = value;
            case "Guid" -> providerGuid = value;
            case "EventSourceName" -> eventSourceName = value;
            default -> {}
        }
    }

    private void correlation(String attribute, String value) {
        switch (attribute) {
            case "ActivityID" -> activityId = value;
            case "RelatedActivityID" -> relatedActivityId = value;
            default -> {}
        }
    }

    private void execution(String attribute, String value) {
        switch (attribute) {
            case "ProcessID" -> processId = value;
            case "ThreadID" -> threadId = value;
            default -> {}
        }
    }

    /** @param ticks {@code TimeCreated/@SystemTime}, or {@link EventHeader#NO_TIME} */
    public void time(long ticks) {
        time = ticks;
    }

    public void field(EventField.Section section, String name, String value) {
        fields.add(new EventField(section, name, value));
    }

    /** The event. Where it names no provider, its classic source stands for it. */
    public Event build(EventLocation location) {
        EventHeader header = new EventHeader(
                provider == null ? eventSourceName : provider,
                providerGuid,
                eventSourceName,
                eventId,
                qualifiers,
                version,
                level,
                task,
                opcode,
                keywords,
                time,
                eventRecordId,
                activityId,
                relatedActivityId,
                processId,
                threadId,
                channel,
                computer,
                userId);
        return new Event(location, header, fields);
    }

    private static String emptyAsNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static int number(String text) {
        long value = recordId(text);
        return value > Integer.MAX_VALUE ? -1 : (int) value;
    }

    /** A number in decimal, or in hex after {@code 0x}; -1 if the text is none. */
    private static long recordId(String text) {
        if (text == null) {
            return -1;
        }
        String stripped = text.strip();
        boolean isHex = stripped.startsWith("0x") || stripped.startsWith("0X");
        int start = isHex ? 2 : 0;
        int radix = isHex ? 16 : 10;
        if (start == stripped.length()) {
            return -1;
        }
        long value = 0;
        for (int i = start; i < stripped.length(); i++) {
            int digit = Character.digit(stripped.charAt(i), radix);
            if (digit < 0 || value > (Long.MAX_VALUE - digit) / radix) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }
}
