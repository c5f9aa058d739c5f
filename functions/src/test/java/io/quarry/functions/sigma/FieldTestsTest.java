package io.quarry.functions.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.BoolVector;
import io.quarry.data.TextVector;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import io.quarry.functions.text.Utf8;
import io.quarry.plan.ScalarFunction;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTestsTest {
    @Test
    void answersAreNeverNull() {
        String[] fields = {"cmd.exe", null, ""};
        Vector[] arguments = {
            TextVector.of(fields, fields.length), Vector.constant(Type.DYNAMIC, List.of("*.exe", "x"), fields.length)
        };
        ScalarFunction like = Functions.scalar(Language.SIGMA, "like", List.of(Type.STRING, Type.DYNAMIC))
                .orElseThrow();

        BoolVector answers = (BoolVector) like.apply(arguments, fields.length);

        assertThat(answers.noNulls()).isTrue();
        assertThat(List.of(answers.at(0), answers.at(1), answers.at(2))).containsExactly(true, false, false);
        assertThat(like.apply(new Object[] {null, List.of("*")})).isEqualTo(false);
    }

    @Test
    void patternsAgreeWithRegularExpressions() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String pattern = random(random, "ab*?A", 8);
            String text = random(random, "abAB\n", 10);
            Pattern regex = Pattern.compile(
                    pattern.replace("*", ".*").replace("?", "."), Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

            assertThat(LikePattern.caseless(pattern).matches(Utf8.of(text)))
                    .as("%s against %s", pattern, text)
                    .isEqualTo(regex.matcher(text).matches());
        }
    }

    @Test
    void manyWildcardsTakeLittleTime() {
        LikePattern pattern = LikePattern.caseless("*a".repeat(200) + "*b");
        Utf8 text = Utf8.of("a".repeat(20_000) + "bc");

        Assertions.assertTimeout(
                Duration.ofSeconds(5), () -> assertThat(pattern.matches(text)).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "01.2.3.4",
                "1.2.3.4/8",
                ":",
                ":::",
                "1::2::3",
                "12345::",
                "::g",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7::8",
                "::1.2.3",
                "host",
                "-"
            })
    void whatIsNoAddressIsInNoNetwork(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }

    @Test
    void addressesAreReadInAllTheirForms() {
        assertThat(List.of("::1", "0:0:0:0:0:0:0:1", " ::1 ", "::1%eth0", "0::0.0.0.1"))
                .allMatch(text -> Arrays.equals(
                        IpAddress.parse(text).orElseThrow(),
                        IpAddress.parse("::1").orElseThrow()));
        assertThat(IpAddress.parse("::").orElseThrow()).hasSize(16).containsOnly(0);
        assertThat(IpAddress.parse("255.0.1.2").orElseThrow()).containsExactly(255, 0, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "10.0.0/8", "fe80::/129", "/8", "10.0.0.0/8/8"})
    void whatIsNoNetworkIsRefused(String text) {
        assertThat(Network.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "1.",
                ".5",
                "1e3",
                "0x",
                "1 000",
                "99999999999999999999999999999999999999999999999999999999999999999"
            })
    void whatIsNoNumberIsNotCompared(String text) {
        assertThat(Numbers.parse(text)).isEmpty();
    }

    @Test
    void largeHexadecimalNumbersAreExact() {
        assertThat(Numbers.parse("0x8020000000000001").orElseThrow()).isEqualByComparingTo("9232379236109516801");
    }

    private static String random(Random random, String letters, int most) {
        StringBuilder out = new StringBuilder();
        for (int i = random.nextInt(most); i > 0; i--) {
            out.append(letters.charAt(random.nextInt(letters.length())));
        }
        return out.toString();
    }
}
