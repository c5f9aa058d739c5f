package io.quarry.telemetry;

/** Takes what a reader finds. Called by one thread at a time. */
public interface EventSink {
    void event(Event event);

    /** Something that could not be read; reading goes on behind it. */
    void problem(ReadProblem problem);
}
