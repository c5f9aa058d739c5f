package io.quarry.detect.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarry.data.Platform;
import io.quarry.plan.SourceText;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class YamlMapTest {
    @Test
    void oneTextStandsForAListOfOne() {
        assertThat(read("a: x").texts("a")).containsExactly("x");
        assertThat(read("a: [x, y]").texts("a")).containsExactly("x", "y");
        assertThat(read("a: x").texts("b")).isEmpty();
    }

    @Test
    void scalarsAreTheTextThatWasWritten() {
        assertThat(read("a: no").text("a")).isEqualTo("no");
        assertThat(read("a: 0x10").text("a")).isEqualTo("0x10");
    }

    @Test
    void missingKeysAreReportedWhereTheMappingBegins() {
        assertThatThrownBy(() -> read("a: {b: 1}").map("a").text("c"))
                .hasMessageContaining("t.yml:1:5: no 'c' here [PACK_MISSING_KEY]");
    }

    @Test
    void wrongKindsAreReportedAtTheValue() {
        assertThatThrownBy(() -> read("a: [x]").text("a"))
                .hasMessageContaining("t.yml:1:4: 'a' has to be one text [PACK_WRONG_VALUE]");
        assertThatThrownBy(() -> read("a: x").map("a")).hasMessageContaining("'a' has to be a mapping");
    }

    @Test
    void constantsAreNamedInLowerCase() {
        assertThat(read("a: sigma").constant("a", Platform.class)).isEqualTo(Platform.SIGMA);
        assertThatThrownBy(() -> read("a: splunk").constant("a", Platform.class))
                .hasMessageContaining("'a' is 'splunk', expected one of: defender, sentinel, unified, qradar, sigma");
    }

    @Test
    void textsThatNoParserTakesAreReported() {
        LocalDate date = read("a: 2026-03-10").parsed("a", "a date", LocalDate::parse);
        assertThat(date).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThatThrownBy(() -> read("a: tomorrow").parsed("a", "a date", LocalDate::parse))
                .hasMessageContaining("'a' is not a date: tomorrow [PACK_WRONG_VALUE]");
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertThatThrownBy(() -> read("a: 1\n---\nb: 2")).hasMessageContaining("expected one mapping and nothing else");
    }

    @Test
    void allUnknownKeysAreReportedAtOnce() {
        assertThatThrownBy(() -> read("a: 1\nx: 2\ny: 3").only("a"))
                .hasMessageContaining("t.yml:2:1: nothing reads the key 'x' here")
                .hasMessageContaining("t.yml:3:1: nothing reads the key 'y' here");
    }

    private static YamlMap read(String text) {
        return YamlText.read(new SourceText("t.yml", text));
    }
}
