package io.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.engine.run.StoppedException;
import io.quarry.engine.run.StoppedException.Reason;
import org.junit.jupiter.api.Test;

final class FailuresTest {
    @Test
    void onlyLackOfMemoryIsMetWithMore() {
        assertThat(Failures.withAdvice(new StoppedException(Reason.MEMORY, "too many rows")))
                .startsWith("too many rows; ")
                .contains("QUARRY_JAVA_OPTS=-Xmx8g");
        assertThat(Failures.withAdvice(new StoppedException(Reason.CAPACITY, "too long a text")))
                .isEqualTo("too long a text");
    }
}
