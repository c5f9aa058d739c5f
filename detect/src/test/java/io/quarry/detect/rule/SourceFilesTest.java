package io.quarry.detect.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarry.plan.QueryException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourceFilesTest {
    @Test
    void utf8IsReadWithAndWithoutByteOrderMark() {
        assertThat(SourceFiles.decode("q", "naïve".getBytes(StandardCharsets.UTF_8))
                        .text())
                .isEqualTo("naïve");
        assertThat(SourceFiles.decode("q", "\uFEFFnaïve".getBytes(StandardCharsets.UTF_8))
                        .text())
                .isEqualTo("naïve");
    }

    @Test
    void utf16IsReadByItsByteOrderMark() {
        assertThat(SourceFiles.decode("q", "\uFEFFtitle: é".getBytes(StandardCharsets.UTF_16LE))
                        .text())
                .isEqualTo("title: é");
        assertThat(SourceFiles.decode("q", "\uFEFFtitle: é".getBytes(StandardCharsets.UTF_16BE))
                        .text())
                .isEqualTo("title: é");
    }

    @Test
    void utf16WithoutAMarkIsNamedAsSuch() {
        assertThatThrownBy(() -> SourceFiles.decode("rule.yml", "title".getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("rule.yml")
                .hasMessageContaining("UTF-16 without a byte order mark")
                .hasMessageContaining("UNREADABLE_TEXT");
    }

    @Test
    void bytesThatAreNoTextAreReportedWithTheirPlace() {
        assertThatThrownBy(() -> SourceFiles.decode("q.kql", new byte[] {'T', '|', (byte) 0xC3, (byte) 0x28}))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("byte 2 is not UTF-8");
    }
}
