package io.quarry.telemetry;

/**
 * The {@code System} section of a Windows event. Texts are null where the event has none; numbers are kept as the text
 * that the event holds where nobody computes with them.
 *
 * @param eventId -1 where the event has none
 * @param time {@code TimeCreated/@SystemTime} in ticks ({@link io.quarry.data.Type#DATETIME}); {@link #NO_TIME} if absent
 *     or unreadable
 * @param eventRecordId -1 where the event has none
 */
public record EventHeader(
        String provider,
        String providerGuid,
        String eventSourceName,
        int eventId,
        String qualifiers,
        String version,
        String level,
        String task,
        String opcode,
        String keywords,
        long time,
        long eventRecordId,
        String activityId,
        String relatedActivityId,
        String processId,
        String threadId,
        String channel,
        String computer,
        String userId) {
    public static final long NO_TIME = Long.MIN_VALUE;

    /** This header with another computer and time. */
    public EventHeader with(String newComputer, long newTime) {
        return new EventHeader(
                provider,
                providerGuid,
                eventSourceName,
                eventId,
                qualifiers,
                version,
                level,
                task,
                opcode,
                keywords,
                newTime,
                eventRecordId,
                activityId,
                relatedActivityId,
                processId,
                threadId,
                channel,
                newComputer,
                userId);
    }
}
