package io.quarry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTextTest {
    @Test
    void linesEndWithAnyOfTheThreeLineBreaks() {
        SourceText source = new SourceText("q", "a\nb\r\nc\rd");
        assertThat(source.line(source.text().indexOf('a'))).isEqualTo(1);
        assertThat(source.line(source.text().indexOf('b'))).isEqualTo(2);
        assertThat(source.line(source.text().indexOf('c'))).isEqualTo(3);
        assertThat(source.line(source.text().indexOf('d'))).isEqualTo(4);
        assertThat(source.column(source.text().indexOf('d'))).isEqualTo(1);
    }

    @Test
    void theEndOfTheTextHasAPlace() {
        SourceText source = new SourceText("q", "ab\n");
        assertThat(source.line(3)).isEqualTo(2);
        assertThat(source.column(3)).isEqualTo(1);
        assertThat(new SourceText("q", "").line(0)).isEqualTo(1);
    }
}
