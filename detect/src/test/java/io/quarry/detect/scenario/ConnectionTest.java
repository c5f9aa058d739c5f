package io.quarry.detect.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnectionTest {
    @Test
    void addressesOfBothVersionsHaveAPort() {
        assertThat(Connection.of("203.0.113.7:443", "a.example"))
                .isEqualTo(new Connection("203.0.113.7", 443, "a.example"));
        assertThat(Connection.of("[fe80::1]:80", "")).isEqualTo(new Connection("fe80::1", 80, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", ":443", "[fe80::1:80", "fe80::1]:80", "203.0.113.7:0", "203.0.113.7:x"})
    void otherTextsAreRefused(String text) {
        assertThatThrownBy(() -> Connection.of(text, "")).isInstanceOf(IllegalArgumentException.class);
    }
}
