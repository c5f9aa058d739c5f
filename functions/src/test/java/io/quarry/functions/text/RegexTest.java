package io.quarry.functions.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarry.plan.FunctionException;
import java.util.Random;
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

    @Test
    void requiredTextNeverHidesAMatch() {
        Random random = new Random(11);
        String[] pieces = {
            "a", "b", "abc", "s", "k", ".", ".*", "[ab]", "[^a]", "(ab)", "(a|b)", "(?:c)?", "a?", "b*", "c+", "b{2}",
            "a{0,1}", "\\d", "\\.", "\\w+", "^", "$", "|", "(?i)", "[]a]", "\\x61", "é", "(?i:K)"
        };
        String[] letters = {"a", "b", "c", "A", "B", "C", "s", "S", "k", "ſ", "\u212A", ".", "1", "é"};
        int checked = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder pattern = new StringBuilder();
            for (int j = random.nextInt(6); j >= 0; j--) {
                pattern.append(pieces[random.nextInt(pieces.length)]);
            }
            Regex regex;
            try {
                regex = Regex.of(pattern.toString());
            } catch (FunctionException e) {
                continue;
            }
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(10); j > 0; j--) {
                text.append(letters[random.nextInt(letters.length)]);
            }
            assertThat(regex.isIn(Utf8.of(text.toString())))
                    .as("%s in %s", pattern, text)
                    .isEqualTo(regex.isIn(text.toString()));
            checked++;
        }
        assertThat(checked).isGreaterThan(10_000);
    }
}
