package io.quarry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextEditTest {
    @Test
    void editsAreMadeWhateverTheirOrder() {
        assertThat(TextEdit.apply(
                        "one two three",
                        List.of(new TextEdit(new Span(8, 13), "3"), new TextEdit(new Span(0, 3), "1"))))
                .isEqualTo("1 two 3");
    }

    @Test
    void insertionsAtOnePlaceKeepTheirOrder() {
        assertThat(TextEdit.apply("ab", List.of(new TextEdit(new Span(1, 1), "("), new TextEdit(new Span(1, 1), "["))))
                .isEqualTo("a([b");
    }

    @Test
    void ofTwoOverlappingEditsTheEarlierIsMade() {
        assertThat(TextEdit.apply(
                        "abcdef", List.of(new TextEdit(new Span(2, 5), "X"), new TextEdit(new Span(1, 3), "Y"))))
                .isEqualTo("aYdef");
    }
}
