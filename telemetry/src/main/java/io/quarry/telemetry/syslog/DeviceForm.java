package io.quarry.telemetry.syslog;

import io.quarry.telemetry.EventField;
import io.quarry.telemetry.EventField.Section;
import io.quarry.telemetry.windows.EventBuilder;
import io.quarry.telemetry.windows.HeaderNames;
import io.quarry.telemetry.windows.HeaderValues;
import io.quarry.telemetry.windows.WindowsLogs;
import io.quarry.telemetry.windows.WindowsMessage;
import java.util.Locale;
import java.util.Map;

/** What LEEF or CEF holds, as an event: a Windows event where it is one, else the attributes under their names. */
final class DeviceForm {
    private static final String[] EVENT_ID = {"EventID", "EventIDCode", "EventCode"};
    private static final String[] MESSAGE = {"Message", "message", "msg"};

    private final DeviceEvent content;
    private final Map<String, String> attributes;

    DeviceForm(DeviceEvent content) {
        this.content = content;
        this.attributes = content.attributes();
    }

    /** True if it is a Windows event: an id, and a log or provider, or Microsoft's product. */
    boolean isWindows() {
        return eventId() != null
                && (isMicrosoft() || attributes.keySet().stream().anyMatch(HeaderNames::tellsLog));
    }

    /** Puts everything but the time into the builder. */
    void fill(EventBuilder builder) {
        if (isWindows()) {
            fillWindows(builder);
        } else {
            attributes.forEach((name, value) -> builder.field(Section.EVENT_DATA, name, value));
        }
    }

    private void fillWindows(EventBuilder builder) {
        builder.system("Computer", first("Computer", "ComputerName", "Hostname", "identHostName", "shost"));
        attributes.forEach((name, value) -> {
            boolean isRest = !HeaderNames.set(builder, name, value) && !isMessage(name);
            if (isRest && !name.equals("EventIDCode") && !name.equals("EventCode")) {
                builder.field(Section.EVENT_DATA, name, value);
            }
        });
        String channel = channel();
        String provider = HeaderValues.first(
                first("Provider_Name", "ProviderName", "Provider", "SourceName"), WindowsLogs.providerOf(channel));
        builder.system("Provider", "Name", provider);
        builder.system("Channel", channel);
        builder.system("EventID", eventId());
        String message = first(MESSAGE);
        if (message != null) {
            for (EventField field : WindowsMessage.fields(provider, Integer.parseInt(eventId()), message)) {
                if (!attributes.containsKey(field.name())) {
                    builder.field(field.section(), field.name(), field.value());
                }
            }
            builder.field(Section.OTHER, "Message", message);
        }
    }

    private boolean isMessage(String name) {
        return name.equals(MESSAGE[0]) || name.equals(MESSAGE[1]) || name.equals(MESSAGE[2]);
    }

    private boolean isMicrosoft() {
        String product = content.product().toLowerCase(Locale.ROOT);
        return content.vendor().equalsIgnoreCase("Microsoft")
                && (product.contains("windows") || product.contains("sysmon"));
    }

    private String eventId() {
        String id = HeaderValues.first(first(EVENT_ID), content.eventId());
        return id.strip().matches("\\d{1,5}") ? id.strip() : null;
    }

    private String channel() {
        String named = first("Channel", "LogName", "AgentLogFile");
        if (named != null) {
            return named;
        }
        String provider = first("Provider_Name", "ProviderName", "Provider", "SourceName", "EventSource");
        String known = WindowsLogs.channelOf(provider);
        if (known != null) {
            return known;
        }
        boolean isSysmon = content.product().toLowerCase(Locale.ROOT).contains("sysmon");
        String category = attributes.getOrDefault("cat", "");
        boolean isLog = category.contains("/") || category.equals("System") || category.equals("Application");
        return isSysmon ? WindowsLogs.channelOf("Microsoft-Windows-Sysmon") : isLog ? category : "Security";
    }

    private String first(String... names) {
        for (String name : names) {
            String value = attributes.get(name);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }
}
