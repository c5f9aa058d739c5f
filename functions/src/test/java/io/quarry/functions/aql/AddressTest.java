package io.quarry.functions.aql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarry.plan.FunctionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"0.0.0.0", "255.255.255.255", "::", "::1", "2001:db8::", "1:2:3:4:5:6:7:8", "::ffff:192.0.2.1"})
    void addressesAreRead(String text) {
        assertThat(Address.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "1.2.3.x",
                "1..2.3",
                ":",
                ":::",
                "1::2::3",
                "12345::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7::8",
                "::1.2.3",
                "fe80::1%eth0",
                "localhost"
            })
    void otherTextsAreNot(String text) {
        assertThat(Address.parse(text)).isEmpty();
    }

    @Test
    void spellingDoesNotCount() {
        assertThat(Address.parse("2001:0DB8:0:0:0:0:0:1")).isEqualTo(Address.parse("2001:db8::1"));
        assertThat(Address.parse("010.1.2.3")).isEqualTo(Address.parse("10.1.2.3"));
    }

    @Test
    void rangesHoldWhatBeginsLikeThem() {
        assertThat(contains("172.16.0.0/12", "172.31.255.255")).isTrue();
        assertThat(contains("172.16.0.0/12", "172.32.0.0")).isFalse();
        assertThat(contains("0.0.0.0/0", "8.8.8.8")).isTrue();
        assertThat(contains("0.0.0.0/0", "::1")).isFalse();
        assertThat(contains("2001:db8::/33", "2001:db8:7fff::1")).isTrue();
        assertThat(contains("2001:db8::/33", "2001:db8:8000::1")).isFalse();
        assertThat(contains("10.1.2.3", "10.1.2.3")).isTrue();
    }

    @Test
    void faultyRangesAreRefused() {
        for (String range : new String[] {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "10.0.0.0/-1", "x/8", ""}) {
            assertThatThrownBy(() -> AddressRange.of(range)).isInstanceOf(FunctionException.class);
        }
    }

    @Test
    void sortKeysSortAsAddressesDo() {
        assertThat(key("9.0.0.1")).isLessThan(key("10.0.0.1"));
        assertThat(key("255.0.0.1")).isLessThan(key("::1"));
    }

    private static boolean contains(String range, String address) {
        return AddressRange.of(range).contains(Address.parse(address).orElseThrow());
    }

    private static String key(String address) {
        return Address.parse(address).orElseThrow().sortKey();
    }
}
