package io.quarry.detect.packtest;

import io.quarry.detect.scenario.ExpectedSignal;
import io.quarry.detect.scenario.ExpectedSignal.Expectation;
import java.util.Objects;

/** How many events of a scenario show a signal that was expected of it. */
public record SignalOutcome(ExpectedSignal signal, long events) {
    public SignalOutcome {
        Objects.requireNonNull(signal, "signal");
    }

    public boolean isPresent() {
        return events > 0;
    }

    /** True if it is there exactly if it has to be. */
    public boolean isMet() {
        return isPresent() == (signal.expectation() == Expectation.PRESENT);
    }
}
