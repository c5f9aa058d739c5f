package io.quarry.telemetry.view;

import static java.util.Map.entry;

import io.quarry.data.Ticks;
import io.quarry.telemetry.EventHeader;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The {@code System} section by Sigma's names: element and attribute joined by {@code _}. */
final class HeaderFields {
    private static final Map<String, Function<EventHeader, String>> ALL = Map.ofEntries(
            entry("Provider_Name", EventHeader::provider),
            entry("Provider_Guid", EventHeader::providerGuid),
            entry("Provider_EventSourceName", EventHeader::eventSourceName),
            entry("EventID", header -> header.eventId() < 0 ? null : Integer.toString(header.eventId())),
            entry("EventID_Qualifiers", EventHeader::qualifiers),
            entry("Version", EventHeader::version),
            entry("Level", EventHeader::level),
            entry("Task", EventHeader::task),
            entry("Opcode", EventHeader::opcode),
            entry("Keywords", EventHeader::keywords),
            entry(
                    "TimeCreated_SystemTime",
                    header -> header.time() == EventHeader.NO_TIME ? null : Ticks.format(header.time())),
            entry("EventRecordID", header -> header.eventRecordId() < 0 ? null : Long.toString(header.eventRecordId())),
            entry("Correlation_ActivityID", EventHeader::activityId),
            entry("Correlation_RelatedActivityID", EventHeader::relatedActivityId),
            entry("Execution_ProcessID", EventHeader::processId),
            entry("Execution_ThreadID", EventHeader::threadId),
            entry("Channel", EventHeader::channel),
            entry("Computer", EventHeader::computer),
            entry("Security_UserID", EventHeader::userId));

    private HeaderFields() {}

    /** The field of that exact name; empty if the section has none. */
    static Optional<Function<EventHeader, String>> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    static Set<String> names() {
        return ALL.keySet();
    }
}
