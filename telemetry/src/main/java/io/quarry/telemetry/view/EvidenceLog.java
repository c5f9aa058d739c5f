package io.quarry.telemetry.view;

import io.quarry.data.Type;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.EventLocation;
import io.quarry.telemetry.windows.EventTime;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What identifies each event, as columns. Grows in one thread; safe for threads after {@link #seal}. */
final class EvidenceLog {
    private final ColumnBuilder file = ColumnBuilder.of(Type.STRING);
    private final ColumnBuilder record = ColumnBuilder.of(Type.LONG);
    private final ColumnBuilder offset = ColumnBuilder.of(Type.LONG);
    private final ColumnBuilder channel = ColumnBuilder.of(Type.STRING);
    private final ColumnBuilder eventId = ColumnBuilder.of(Type.LONG);
    private final ColumnBuilder.Longs time = new ColumnBuilder.Longs(Type.DATETIME);
    private final ColumnBuilder computer = ColumnBuilder.of(Type.STRING);
    private final ColumnBuilder user = ColumnBuilder.of(Type.STRING);
    private final ColumnBuilder recordId = ColumnBuilder.of(Type.LONG);
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long withoutTime;

    void add(Event event) {
        EventHeader header = event.header();
        long eventTime = EventTime.of(event);
        file.add(event.location().file());
        record.add(event.location().record());
        offset.add(event.location().offset());
        channel.add(header.channel());
        eventId.add((long) header.eventId());
        time.add(eventTime == EventHeader.NO_TIME ? null : (Long) eventTime);
        computer.add(header.computer());
        user.add(Accounts.of(event));
        recordId.add(header.eventRecordId());
        long arrival = LogSource.arrival(event);
        widen(eventTime);
        widen(arrival);
        withoutTime += arrival == EventHeader.NO_TIME ? 1 : 0;
    }

    /** A query's window asks for the time of an event, or for that of its arrival. */
    private void widen(long time) {
        if (time != EventHeader.NO_TIME) {
            first = Math.min(first, time);
            last = Math.max(last, time);
        }
    }

    int size() {
        return file.size();
    }

    /** Ends growing. */
    void seal() {
        for (ColumnBuilder texts : new ColumnBuilder[] {file, channel, computer, user}) {
            ((ColumnBuilder.Texts) texts).pool().dictionary();
        }
    }

    Evidence at(long event) {
        int row = Math.toIntExact(event);
        if (row < 0 || row >= size()) {
            throw new IllegalArgumentException("no event " + event + " among " + size());
        }
        Long eventTime = time.at(row);
        return new Evidence(
                new EventLocation((String) file.at(row), (Long) record.at(row), (Long) offset.at(row)),
                Math.toIntExact((Long) eventId.at(row)),
                (String) channel.at(row),
                eventTime == null ? EventHeader.NO_TIME : eventTime,
                (String) computer.at(row),
                (String) user.at(row),
                (Long) recordId.at(row));
    }

    Optional<TimeRange> timeRange() {
        return first > last ? Optional.empty() : Optional.of(new TimeRange(first, last));
    }

    /** Events that name no time, neither their own nor that of their arrival. */
    long withoutTime() {
        return withoutTime;
    }

    /** Those that are known, in the order of the events. */
    LongStream times() {
        return IntStream.range(0, size()).filter(row -> !time.isAbsent(row)).mapToLong(time::valueAt);
    }
}
