package io.quarry.telemetry.windows;

import java.util.List;
import java.util.Map;

/**
 * Names under which converters of event logs and log collectors write parts of the header beside the data, in one flat list.
 * A name that is not among them is a data field.
 */
public final class HeaderNames {
    private static final Map<String, Target> TARGETS = Map.ofEntries(
            element("EventID", "EventID"),
            element("Channel", "Channel"),
            element("LogName", "Channel"),
            element("Computer", "Computer"),
            element("ComputerName", "Computer"),
            element("Hostname", "Computer"),
            element("Level", "Level"),
            element("Task", "Task"),
            element("Opcode", "Opcode"),
            element("Keywords", "Keywords"),
            element("Version", "Version"),
            element("EventRecordID", "EventRecordID"),
            element("RecordNumber", "EventRecordID"),
            attribute("Provider_Name", "Provider", "Name"),
            attribute("ProviderName", "Provider", "Name"),
            attribute("Provider", "Provider", "Name"),
            attribute("SourceName", "Provider", "Name"),
            attribute("Provider_Guid", "Provider", "Guid"),
            attribute("ProviderGuid", "Provider", "Guid"),
            attribute("EventSourceName", "Provider", "EventSourceName"),
            attribute("Qualifiers", "EventID", "Qualifiers"),
            attribute("Correlation_ActivityID", "Correlation", "ActivityID"),
            attribute("ActivityID", "Correlation", "ActivityID"),
            attribute("Correlation_RelatedActivityID", "Correlation", "RelatedActivityID"),
            attribute("RelatedActivityID", "Correlation", "RelatedActivityID"),
            attribute("Execution_ProcessID", "Execution", "ProcessID"),
            attribute("ExecutionProcessID", "Execution", "ProcessID"),
            attribute("ProcessID", "Execution", "ProcessID"),
            attribute("Execution_ThreadID", "Execution", "ThreadID"),
            attribute("ThreadID", "Execution", "ThreadID"),
            attribute("Security_UserID", "Security", "UserID"),
            attribute("UserID", "Security", "UserID"));

    /** Names that hold the time, the best first. */
    public static final List<String> TIMES =
            List.of("SystemTime", "TimeCreated_SystemTime", "TimeCreated", "@timestamp", "EventTime", "UtcTime");

    /** An element of {@code System}, or an attribute of one. */
    private record Target(String element, String attribute) {
        void set(EventBuilder builder, Object value) {
            String text = element.equals("Keywords")
                    ? HeaderValues.keywords(value)
                    : value instanceof String scalar ? scalar : null;
            if (attribute.isEmpty()) {
                builder.system(element, element.equals("Level") ? HeaderValues.level(text) : text);
            } else {
                builder.system(element, attribute, text);
            }
        }
    }

    private HeaderNames() {}

    /** True if a value of that name was put into the header; false if the name is none of the header's. */
    public static boolean set(EventBuilder builder, String name, Object value) {
        Target target = TARGETS.get(name);
        if (target != null) {
            target.set(builder, value);
        }
        return target != null;
    }

    /** True if a value of that name is put into the header. */
    public static boolean isOfHeader(String name) {
        return TARGETS.containsKey(name);
    }

    /** True if the name tells which log an event is from. */
    public static boolean tellsLog(String name) {
        Target target = TARGETS.get(name);
        return target != null
                && (target.element().equals("Channel") || target.element().equals("Provider"));
    }

    /** True if the name is about shipping the event, or a time of the header: neither header nor data. */
    public static boolean isAboutShipping(String name) {
        return name.startsWith("@")
                || name.equals("SystemTime")
                || name.equals("TimeCreated_SystemTime")
                || name.equals("TimeCreated");
    }

    private static Map.Entry<String, Target> element(String name, String element) {
        return Map.entry(name, new Target(element, ""));
    }

    private static Map.Entry<String, Target> attribute(String name, String element, String attribute) {
        return Map.entry(name, new Target(element, attribute));
    }
}
