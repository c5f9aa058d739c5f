package io.quarry.functions.time;

import static io.quarry.data.Type.DATETIME;

import io.quarry.data.Ticks;
import io.quarry.plan.FunctionException;
import io.quarry.processor.Of;
import io.quarry.processor.Scalar;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A time zone by its IANA name. Immutable, safe for threads. */
public final class Zone {
    private final ZoneId id;

    private Zone(ZoneId id) {
        this.id = id;
    }

    /** @throws FunctionException if there is no such zone */
    public static Zone of(String name) {
        try {
            return new Zone(ZoneId.of(name));
        } catch (DateTimeException e) {
            throw new FunctionException("no time zone is called '" + name + "'");
        }
    }

    @Scalar(
            kql = "datetime_utc_to_local",
            doc = "The wall time of a zone at a point in time.",
            example =
                    "datetime_utc_to_local(datetime(2022-07-01 12:00), 'Europe/Berlin') -> datetime(2022-07-01 14:00)",
            source = "Kusto Query Language reference, datetime_utc_to_local()")
    @Of(DATETIME)
    static Long toLocal(@Of(DATETIME) long time, Zone zone) {
        int offset = zone.id.getRules().getOffset(Ticks.toInstant(time)).getTotalSeconds();
        return Calendar.inRange(time + offset * Ticks.PER_SECOND);
    }

    @Scalar(
            kql = "datetime_local_to_utc",
            doc = "The point in time of a wall time of a zone; one that a shift skips counts by the offset after it.",
            example =
                    "datetime_local_to_utc(datetime(2022-01-01 12:00), 'Europe/Berlin') -> datetime(2022-01-01 11:00)",
            source = "Kusto Query Language reference, datetime_local_to_utc()")
    @Of(DATETIME)
    static Long toUtc(@Of(DATETIME) long time, Zone zone) {
        LocalDateTime local = LocalDateTime.ofInstant(Ticks.toInstant(time), ZoneOffset.UTC);
        ZoneOffsetTransition transition = zone.id.getRules().getTransition(local);
        boolean isSkipped = transition != null && transition.isGap();
        ZoneOffset at =
                isSkipped ? transition.getOffsetAfter() : zone.id.getRules().getOffset(local);
        long offset = at.getTotalSeconds();
        return Calendar.inRange(time - offset * Ticks.PER_SECOND);
    }

    @Scalar(
            kql = "datetime_list_timezones",
            doc = "The names of all time zones.",
            source = "Kusto Query Language reference, datetime_list_timezones()")
    static Object names() {
        List<Object> names = new ArrayList<>();
        for (String name : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            if (!name.startsWith("SystemV/")) {
                names.add(name);
            }
        }
        return names;
    }
}
