package io.quarry.detect.scenario;

import io.quarry.data.Ticks;
import io.quarry.telemetry.EventHeader;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** The {@code System} sections of the events of one host. */
final class Headers {
    private static final String NO_KEYWORDS = "0x8000000000000000";
    private static final String AUDIT_SUCCESS = "0x8020000000000000";
    private static final String SYSTEM_SID = "S-1-5-18";
    private static final String PROCESS_CREATION_TASK = "13312";

    private final String host;
    private final Map<Log, Long> nextRecord = new EnumMap<>(Log.class);

    /** @param seed decides where the numbers of the records start */
    Headers(String host, Seed seed) {
        this.host = host;
        for (Log log : Log.values()) {
            nextRecord.put(log, seed.with(log).between(10_000, 900_000));
        }
    }

    EventHeader sysmon(int eventId, Instant at) {
        return new EventHeader(
                Log.SYSMON.provider(),
                Log.SYSMON.providerGuid(),
                null,
                eventId,
                null,
                sysmonVersion(eventId),
                "4",
                Integer.toString(eventId),
                "0",
                NO_KEYWORDS,
                written(at, 8_000),
                record(Log.SYSMON),
                null,
                null,
                serviceProcess("sysmon"),
                thread("sysmon"),
                Log.SYSMON.channel(),
                host,
                SYSTEM_SID);
    }

    EventHeader processCreation(Instant at) {
        return new EventHeader(
                Log.SECURITY.provider(),
                Log.SECURITY.providerGuid(),
                null,
                4688,
                null,
                "2",
                "0",
                PROCESS_CREATION_TASK,
                "0",
                AUDIT_SUCCESS,
                written(at, 1_000),
                record(Log.SECURITY),
                null,
                null,
                "4",
                thread("security"),
                Log.SECURITY.channel(),
                host,
                null);
    }

    EventHeader raw(RawEvent raw, Instant at) {
        return new EventHeader(
                raw.provider(),
                raw.providerGuid().isEmpty() ? null : raw.providerGuid(),
                null,
                raw.eventId(),
                null,
                "0",
                "4",
                "0",
                "0",
                NO_KEYWORDS,
                written(at, 1_000),
                Seed.of(host).with(raw.channel()).with(at).between(1_000, 90_000),
                null,
                null,
                serviceProcess(raw.provider()),
                thread(raw.provider()),
                raw.channel(),
                host,
                SYSTEM_SID);
    }

    private long record(Log log) {
        return nextRecord.merge(log, 1L, Long::sum) - 1;
    }

    /** A moment after it happened, at least some ticks. */
    private long written(Instant at, long least) {
        return Ticks.of(at) + Seed.of(host).with(at).between(least, least * 4);
    }

    private String serviceProcess(String service) {
        return Long.toString(4 * Seed.of(host).with(service).between(200, 900));
    }

    private String thread(String service) {
        return Long.toString(4 * Seed.of(host).with(service).with("thread").between(900, 2_000));
    }

    private static String sysmonVersion(int eventId) {
        return switch (eventId) {
            case 1, 3 -> "5";
            case 5, 7 -> "3";
            default -> "2";
        };
    }
}
