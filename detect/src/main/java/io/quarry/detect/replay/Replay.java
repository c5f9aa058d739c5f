package io.quarry.detect.replay;

import io.quarry.data.Ticks;
import io.quarry.data.Type;
import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * How a detection is run over telemetry of the past: which plan, and at which points in time.
 *
 * @param plan what to run each time
 * @param runs the values of the clock, ascending, in ticks; where the plan does not read the clock, one that means nothing
 * @param mode what this amounts to, for the reader of the answer
 */
public record Replay(Plan plan, List<Long> runs, Mode mode) {
    /** The schedule of a detection that does not state one. */
    public static final Duration DEFAULT_SCHEDULE = Duration.ofHours(1);

    /** More runs than this are refused; the schedule is then to be made coarser, or the range narrower. */
    public static final int MOST_RUNS = 100_000;

    public Replay {
        Objects.requireNonNull(plan, "plan");
        runs = List.copyOf(runs);
        Objects.requireNonNull(mode, "mode");
    }

    /** What kind of replay it is. */
    public enum Mode {
        /** The plan does not read the clock: one run over everything. */
        TIMELESS,
        /** Each event is judged alone: one run without the time window gives what all scheduled runs would give. */
        ONE_PASS,
        /** The answer depends on the window: one run for each point of the schedule, seeing only what came before. */
        SCHEDULED,
        /** The clock was fixed by the user: one run, seeing only what came before. */
        AS_OF
    }

    /**
     * Over which time detections run.
     *
     * @param asOf the fixed clock, if the user set one
     * @param from events before this are not seen
     * @param to events after this are not seen
     */
    public record Bounds(OptionalLong asOf, OptionalLong from, OptionalLong to) {
        public static final Bounds NONE = new Bounds(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    }

    /** What it amounts to that a plan was {@linkplain #prepare prepared} as it was, the clock not being fixed. */
    private static Mode mode(Plan plan, Plan prepared) {
        if (Clock.isReadBy(prepared)) {
            return Mode.SCHEDULED;
        }
        return Clock.isReadBy(plan) ? Mode.ONE_PASS : Mode.TIMELESS;
    }

    /**
     * The plan as a replay runs it: limited to the bounds, without its time window where that gives the same, else blind
     * for what comes after its clock.
     */
    public static Plan prepare(Plan plan, Bounds bounds) {
        Plan limited = TimeRange.limit(plan, literal(bounds.from()), literal(bounds.to()));
        if (bounds.asOf().isPresent()) {
            return TimeRange.untilNow(limited);
        }
        return Widening.widen(limited).orElseGet(() -> TimeRange.untilNow(limited));
    }

    /** The plan over events that are not later than the clock. */
    public static Plan untilNow(Plan plan) {
        return TimeRange.untilNow(plan);
    }

    /** The plan as it runs once, with its own time window and the clock where the caller sets it. */
    public static Plan atClock(Plan plan, Bounds bounds) {
        Plan limited = TimeRange.limit(plan, literal(bounds.from()), literal(bounds.to()));
        return bounds.asOf().isPresent() ? TimeRange.untilNow(limited) : limited;
    }

    /** True if the answer of the plan depends on when it runs. */
    public static boolean readsClock(Plan plan) {
        return Clock.isReadBy(plan);
    }

    /**
     * The runs of a detection over telemetry.
     *
     * @param times the times of the events, in any order, in ticks; taken only if the schedule has to be followed
     * @throws ScheduleException if that gives more than {@link #MOST_RUNS} runs
     */
    public static Replay of(Plan plan, Bounds bounds, Duration every, Supplier<LongStream> times) {
        Plan prepared = prepare(plan, bounds);
        if (bounds.asOf().isPresent()) {
            return new Replay(prepared, List.of(bounds.asOf().getAsLong()), Mode.AS_OF);
        }
        Mode mode = mode(plan, prepared);
        List<Long> runs = mode == Mode.SCHEDULED ? schedule(every, times.get()) : List.of(Ticks.UNIX_EPOCH);
        return new Replay(prepared, runs, mode);
    }

    /**
     * The multiples of the interval that come next after an event. A run before which nothing new came is left out: a gap
     * of years between two logs costs nothing.
     */
    private static List<Long> schedule(Duration every, LongStream times) {
        long step = every.toNanos() / 100;
        List<Long> runs = times.map(time -> (Math.floorDiv(time, step) + 1) * step)
                .distinct()
                .sorted()
                .boxed()
                .toList();
        if (runs.size() > MOST_RUNS) {
            throw new ScheduleException("a run every " + every.toSeconds() + " s over these events is " + runs.size()
                    + " runs, more than " + MOST_RUNS + "; limit the time with --from and --to");
        }
        return runs;
    }

    private static Optional<Expr> literal(OptionalLong ticks) {
        return ticks.isEmpty() ? Optional.empty() : Optional.of(new Expr.Literal(Type.DATETIME, ticks.getAsLong()));
    }
}
