package io.quarry.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void epochsAreWhereTheirSystemsSay() {
        assertThat(Ticks.of(Instant.EPOCH)).isEqualTo(Ticks.UNIX_EPOCH);
        assertThat(Ticks.of(Instant.parse("1601-01-01T00:00:00Z"))).isEqualTo(Ticks.FILETIME_EPOCH);
        assertThat(Ticks.of(Instant.parse("0001-01-01T00:00:00Z"))).isZero();
        assertThat(Ticks.of(Instant.parse("9999-12-31T23:59:59.9999999Z"))).isEqualTo(Ticks.MAX_DATETIME);
    }

    @Test
    void foreignTimesOutsideOfTheYears1To9999AreNone() {
        assertThat(Ticks.ofForeign(Instant.parse("0001-01-01T00:00:00Z"))).hasValue(0);
        assertThat(Ticks.ofForeign(Instant.parse("9999-12-31T23:59:59.999999999Z")))
                .hasValue(Ticks.MAX_DATETIME);
        assertThat(Ticks.ofForeign(Instant.parse("+10000-01-01T00:00:00Z"))).isEmpty();
        assertThat(Ticks.ofForeign(Instant.parse("0000-12-31T23:59:59.9Z"))).isEmpty();
        assertThat(Ticks.ofForeign(Instant.MAX)).isEmpty();
    }

    @Test
    void hundredsOfNanosecondsSurviveBothWays() {
        Instant time = Instant.parse("1969-12-31T23:59:59.1234567Z");
        assertThat(Ticks.toInstant(Ticks.of(time))).isEqualTo(time);
        assertThat(Ticks.format(Ticks.of(time))).isEqualTo("1969-12-31T23:59:59.1234567Z");
    }

    @Test
    void millisecondsBeforeTheEpochRoundTowardsThePast() {
        assertThat(Ticks.toUnixMillis(Ticks.UNIX_EPOCH - 1)).isEqualTo(-1);
        assertThat(Ticks.ofUnixMillis(-1)).isEqualTo(Ticks.UNIX_EPOCH - Ticks.PER_MILLISECOND);
    }

    @Test
    void everyPartOfATimeIsPaddedToItsWidth() {
        assertThat(Ticks.format(0)).isEqualTo("0001-01-01T00:00:00.0000000Z");
        assertThat(Ticks.format(Ticks.MAX_DATETIME)).isEqualTo("9999-12-31T23:59:59.9999999Z");
        assertThat(Ticks.format(Ticks.of(Instant.parse("0099-02-03T04:05:06.0000100Z"))))
                .isEqualTo("0099-02-03T04:05:06.0000100Z");
    }
}
