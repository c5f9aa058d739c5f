package io.quarry.telemetry.view;

/** The first and the last time of some events, both inclusive, in ticks. */
public record TimeRange(long first, long last) {
    public TimeRange {
        if (first > last) {
            throw new IllegalArgumentException("time range from " + first + " to " + last);
        }
    }
}
