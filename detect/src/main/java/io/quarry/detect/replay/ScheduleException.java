package io.quarry.detect.replay;

/** A schedule cannot be followed over the telemetry at hand; the message says why and what to do. */
public final class ScheduleException extends RuntimeException {
    ScheduleException(String message) {
        super(message);
    }
}
