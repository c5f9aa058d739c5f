package io.quarry.telemetry.json;

import io.quarry.telemetry.EventField.Section;
import io.quarry.telemetry.windows.EventBuilder;
import io.quarry.telemetry.windows.HeaderValues;

/**
 * What Winlogbeat and the Elastic Agent ship: the event under {@code winlog}, nested or with dotted names. Versions before 7
 * wrote the same names without {@code winlog}, and {@code log_name} for the channel.
 */
final class WinlogbeatForm implements EventForm {
    @Override
    public boolean fits(JsonObject object) {
        return object.names().stream().anyMatch(name -> name.equals("winlog") || name.startsWith("winlog."))
                || object.names().contains("log_name") && object.names().contains("event_id");
    }

    @Override
    public void fill(JsonObject object, EventBuilder builder) {
        system(object, builder);
        builder.system(
                "Provider",
                "Name",
                HeaderValues.first(
                        winlog(object, "provider_name"), object.text("event", "provider"), object.text("source_name")));
        builder.system("Provider", "Guid", winlog(object, "provider_guid"));
        builder.system("Correlation", "ActivityID", winlog(object, "activity_id"));
        builder.system("Correlation", "RelatedActivityID", winlog(object, "related_activity_id"));
        builder.system(
                "Execution",
                "ProcessID",
                HeaderValues.first(object.text("winlog", "process", "pid"), object.text("process_id")));
        builder.system(
                "Execution",
                "ThreadID",
                HeaderValues.first(object.text("winlog", "process", "thread", "id"), object.text("thread_id")));
        builder.system(
                "Security",
                "UserID",
                HeaderValues.first(object.text("winlog", "user", "identifier"), object.text("user", "identifier")));
        builder.time(HeaderValues.firstTime(winlog(object, "time_created"), object.text("@timestamp")));
        data(object, builder, Section.EVENT_DATA, "event_data");
        data(object, builder, Section.USER_DATA, "user_data");
        String message = object.text("message");
        if (message != null) {
            builder.field(Section.OTHER, "Message", message);
        }
    }

    private static void system(JsonObject object, EventBuilder builder) {
        builder.system("EventID", HeaderValues.first(winlog(object, "event_id"), object.text("event", "code")));
        builder.system("Version", winlog(object, "version"));
        builder.system(
                "Level", HeaderValues.level(HeaderValues.first(winlog(object, "level"), object.text("log", "level"))));
        builder.system("Task", winlog(object, "task"));
        builder.system("Opcode", winlog(object, "opcode"));
        Object keywords = object.find("winlog", "keywords");
        builder.system("Keywords", HeaderValues.keywords(keywords == null ? object.get("keywords") : keywords));
        builder.system("EventRecordID", HeaderValues.first(winlog(object, "record_id"), object.text("record_number")));
        builder.system("Channel", HeaderValues.first(winlog(object, "channel"), object.text("log_name")));
        builder.system("Computer", HeaderValues.first(winlog(object, "computer_name"), object.text("host", "name")));
    }

    private static String winlog(JsonObject object, String name) {
        String text = object.text("winlog", name);
        return text == null ? object.text(name) : text;
    }

    private static void data(JsonObject object, EventBuilder builder, Section section, String name) {
        Object nested = object.find("winlog", name);
        Leaves.addPresent(builder, section, "", nested == null ? object.get(name) : nested);
        String prefix = "winlog." + name + ".";
        for (int i = 0; i < object.size(); i++) {
            if (object.name(i).startsWith(prefix)) {
                Leaves.addPresent(builder, section, object.name(i).substring(prefix.length()), object.value(i));
            }
        }
    }
}
