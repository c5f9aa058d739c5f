package io.quarry.telemetry.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Ticks;
import io.quarry.telemetry.EventHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SystemTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2020-10-23T21:57:29.2175625Z, 2020-10-23T21:57:29.2175625Z",
        "2020-10-23T21:57:29.217562599Z, 2020-10-23T21:57:29.2175625Z",
        "2020-10-23 21:57:29.217, 2020-10-23T21:57:29.2170000Z",
        "2020-10-23T21:57:29, 2020-10-23T21:57:29.0000000Z",
        "2020-10-23T23:57:29+02:00, 2020-10-23T21:57:29.0000000Z",
        "2020-10-23T16:27:29.5-0530, 2020-10-23T21:57:29.5000000Z",
        "2026-03-01 12:00:00.987, 2026-03-01T12:00:00.9870000Z",
        "2024-02-29T12:00:00.1234567, 2024-02-29T12:00:00.1234567Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00.0000000Z",
        "9999-12-31T23:59:59.9999999Z, 9999-12-31T23:59:59.9999999Z",
    })
    void timesAreReadToATenthOfAMicrosecond(String text, String expected) {
        assertThat(Ticks.format(SystemTime.parse(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "2020-10-23",
                "2020-13-01T00:00:00Z",
                "2020-02-30T00:00:00Z",
                "2020-10-23T25:00:00Z",
                "2020-10-23T21:57:29 local",
                "2020-10-23T21:57:29+",
                "20201023T215729Z",
                "-020-10-23T21:57:29Z",
                "-",
                "2026-03-01 24:00:00.000",
                "2026-03-01 12:60:00.000",
                "2026-03-01 12:00:61.000",
                "2026-03-01 12:00:00.",
                "2026-0x-01 12:00:00.000",
                "2026-01-01X10:00:00",
                "2026-01-01 10:00;00",
                "9999-12-31T23:59:60Z",
                "9999-12-31T23:59:59-00:01",
                "0001-01-01T00:00:00+00:01"
            })
    void otherTextsAreNoTime(String text) {
        assertThat(SystemTime.parse(text)).isEqualTo(EventHeader.NO_TIME);
    }

    @Test
    void noTextIsNoTime() {
        assertThat(SystemTime.parse(null)).isEqualTo(EventHeader.NO_TIME);
    }
}
