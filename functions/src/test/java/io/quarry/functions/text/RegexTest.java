package io.quarry.functions.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarry.plan.FunctionException;
import org.junit.jupiter.api.Test;

final class RegexTest {
    @Test
    void classesKnowUnicode() {
        assertThat(Regex.of("^\\w+$").isIn("naïve")).isTrue();
        assertThat(Regex.of("^\\s$").isIn("\u00A0")).isTrue();
        assertThat(Regex.of("^[\\s,]+$").isIn("\u00A0,")).isTrue();
        assertThat(Regex.of("^\\d$").isIn("٣")).isTrue();
        assertThat(Regex.of("^[^\\W_]+$").isIn("né1")).isTrue();
        assertThat(Regex.of("^[^\\W_]+$").isIn("n_1")).isFalse();
        assertThat(Regex.of("[\\S]").isIn(" \t\u00A0")).isFalse();
        assertThat(Regex.of("\\W").isIn("né_1")).isFalse();
    }

    @Test
    void endOfTextIsTheVeryEnd() {
        assertThat(Regex.of("a$").isIn("a\n")).isFalse();
        assertThat(Regex.of("(?m)a$").isIn("a\n")).isTrue();
    }

    @Test
    void backslashBeforeABackslashIsItself() {
        assertThat(Regex.of("\\\\d").isIn("\\d")).isTrue();
        assertThat(Regex.of("\\\\d").isIn("1")).isFalse();
    }

    @Test
    void badPatternsAreNamed() {
        assertThatThrownBy(() -> Regex.of("(a"))
                .isInstanceOf(FunctionException.class)
                .hasMessageContaining("(a");
        assertThatThrownBy(() -> Regex.of("(?=a)")).isInstanceOf(FunctionException.class);
        assertThatThrownBy(() -> Regex.of("(a)\\1")).isInstanceOf(FunctionException.class);
    }

    @Test
    void setsOfClassesAreRefused() {
        assertThatThrownBy(() -> Regex.of("[a-z&&[^x]]")).hasMessageContaining("not supported");
        assertThatThrownBy(() -> Regex.of("[[a]b]")).hasMessageContaining("not supported");
        assertThat(Regex.of("[]a]").isIn("]")).isTrue();
        assertThat(Regex.of("[[:alpha:]]").isIn("a")).isTrue();
        assertThat(Regex.of("[a-]").isIn("-")).isTrue();
    }
}
