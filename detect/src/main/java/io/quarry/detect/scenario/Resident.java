package io.quarry.detect.scenario;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/** What the processes have in common that run since their host was started: hosts are started again every Monday. */
public final class Resident {
    private static final LocalTime RESTART = LocalTime.of(5, 40, 12);

    private Resident() {}

    /** When the host was started, for things that happen at a moment. */
    public static Instant since(Instant moment) {
        return moment.minusSeconds(RESTART.toSecondOfDay())
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atTime(RESTART)
                .toInstant(ZoneOffset.UTC);
    }

    /** The seed of a process, the same whoever speaks of it. */
    public static Seed seed(String host, String image, Account account) {
        return Seed.of(host).with(image).with(account.fullName());
    }
}
