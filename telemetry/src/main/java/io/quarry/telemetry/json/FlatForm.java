package io.quarry.telemetry.json;

import io.quarry.telemetry.EventField.Section;
import io.quarry.telemetry.windows.EventBuilder;
import java.util.Map;

/**
 * Header and data side by side in one object, as converters of event logs and log collectors write them: an
 * {@code EventID}, a channel or provider, and the data under its own names. A name that is not known as one of the header is
 * a data field.
 */
final class FlatForm implements EventForm {
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
    private static final String[] TIMES = {
        "SystemTime", "TimeCreated_SystemTime", "TimeCreated", "@timestamp", "EventTime", "UtcTime"
    };

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

    @Override
    public boolean fits(JsonObject object) {
        return object.get("EventID") instanceof String
                && object.names().stream().anyMatch(name -> {
                    Target target = TARGETS.get(name);
                    return target != null
                            && (target.element().equals("Channel")
                                    || target.element().equals("Provider"));
                });
    }

    @Override
    public void fill(JsonObject object, EventBuilder builder) {
        String[] times = new String[TIMES.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = object.text(TIMES[i]);
        }
        builder.time(HeaderValues.firstTime(times));
        for (int i = 0; i < object.size(); i++) {
            String name = object.name(i);
            Target target = TARGETS.get(name);
            if (target != null) {
                target.set(builder, object.value(i));
            } else if (name.equals("Message")) {
                Leaves.addPresent(builder, Section.OTHER, name, object.value(i));
            } else if (!isAboutShipping(name)) {
                Leaves.addPresent(builder, Section.EVENT_DATA, name, object.value(i));
            }
        }
    }

    private static boolean isAboutShipping(String name) {
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
