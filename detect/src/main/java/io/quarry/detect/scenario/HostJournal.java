package io.quarry.detect.scenario;

import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.EventLocation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Turns what happens on one host into the events of its logs. Callers go forward in time. Not safe for use by several
 * threads.
 */
public final class HostJournal {
    private static final int PROCESS_CREATED = 1;
    private static final int CONNECTED = 3;
    private static final int PROCESS_ENDED = 5;
    private static final int IMAGE_LOADED = 7;
    private static final int FILE_CREATED = 11;
    private static final int REGISTRY_VALUE_SET = 13;

    private final String file;
    private final Set<Log> logs;
    private final SysmonFields sysmon;
    private final SecurityFields security;
    private final Headers headers;
    private final List<Event> events = new ArrayList<>();

    /**
     * @param file the name that the events' locations give
     * @param logs the logs that the host keeps; what is for another log is left out
     */
    public HostJournal(String host, String file, Set<Log> logs) {
        this.file = file;
        this.logs = Set.copyOf(logs);
        this.sysmon = new SysmonFields(host);
        this.security = new SecurityFields(host);
        this.headers = new Headers(host, Seed.of("records of " + file));
    }

    /** What was written so far, in order. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    /** Security 4688 and Sysmon 1. */
    public void started(RunningProcess process, RunningProcess parent, Instant at) {
        if (logs.contains(Log.SECURITY)) {
            add(headers.processCreation(at), security.processCreated(process, parent));
        }
        addSysmon(PROCESS_CREATED, at, sysmon.processCreated(process, parent, at));
    }

    /** Sysmon 3. */
    public void connected(RunningProcess process, Connection connection, Instant at) {
        addSysmon(CONNECTED, at, sysmon.connected(process, connection, at));
    }

    /** Sysmon 5. */
    public void ended(RunningProcess process, Instant at) {
        addSysmon(PROCESS_ENDED, at, sysmon.processEnded(process, at));
    }

    /** Sysmon 7. */
    public void loaded(RunningProcess process, LoadedImage module, Instant at) {
        addSysmon(IMAGE_LOADED, at, sysmon.imageLoaded(process, module, at));
    }

    /** Sysmon 11. */
    public void wroteFile(RunningProcess process, String path, Instant at) {
        addSysmon(FILE_CREATED, at, sysmon.fileCreated(process, path, at));
    }

    /** Sysmon 13. */
    public void setRegistryValue(RunningProcess process, RegistryValue value, Instant at) {
        addSysmon(REGISTRY_VALUE_SET, at, sysmon.registryValueSet(process, value, at));
    }

    /** An event of a kind that no method here knows. */
    public void raw(RawEvent raw, Instant at) {
        Fields fields = new Fields();
        raw.data().forEach(fields::with);
        add(headers.raw(raw, at), fields);
    }

    private void addSysmon(int eventId, Instant at, Fields fields) {
        if (logs.contains(Log.SYSMON)) {
            add(headers.sysmon(eventId, at), fields);
        }
    }

    private void add(EventHeader header, Fields fields) {
        events.add(new Event(new EventLocation(file, events.size() + 1L, -1), header, fields.list()));
    }
}
