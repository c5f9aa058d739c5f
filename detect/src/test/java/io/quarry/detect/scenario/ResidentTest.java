package io.quarry.detect.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ResidentTest {
    private static final Instant MONDAY = Instant.parse("2026-03-09T05:40:12Z");

    @Test
    void hostsRunSinceTheLastMonday() {
        assertThat(Resident.since(Instant.parse("2026-03-12T09:00:00Z"))).isEqualTo(MONDAY);
        assertThat(Resident.since(MONDAY)).isEqualTo(MONDAY);
        assertThat(Resident.since(MONDAY.minusMillis(1))).isEqualTo(Instant.parse("2026-03-02T05:40:12Z"));
    }

    @Test
    void idsOfDifferentSecondsDiffer() {
        Seed seed = Seed.of("process");
        assertThat(ProcessGuid.of("host", MONDAY, seed))
                .matches("\\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}}")
                .isNotEqualTo(ProcessGuid.of("host", MONDAY.plusSeconds(1), seed))
                .isEqualTo(ProcessGuid.of("HOST", MONDAY, seed));
    }
}
