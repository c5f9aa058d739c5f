package io.quarry.functions.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RegexPatternTest {
    private static final Object ANYTHING = null;
    private static final Object TEXT = Map.of("type", "string");
    private static final Object LONG = Map.of("type", "long");

    private static Optional<List<String>> match(String flags, String text, Object... pieces) {
        List<Object> pattern = new ArrayList<>(Arrays.asList(pieces));
        return RegexPattern.of(Map.of(RegexPattern.FLAGS, flags, RegexPattern.PIECES, pattern))
                .match(text);
    }

    @Test
    void textsAreAsLongAsCanBe() {
        assertThat(match("", "abc123def", TEXT, "\\d+", TEXT)).contains(List.of("abc12", "def"));
        assertThat(match("U", "a1b2", TEXT, "\\d", ANYTHING)).contains(List.of("a"));
    }

    @Test
    void groupsOfTheConstantsAreNoCaptures() {
        assertThat(match("", "x=12;yy", "(x)(=)", LONG, "(;)", TEXT)).contains(List.of("12", "yy"));
    }

    @Test
    void matchBeginsWithTheText() {
        assertThat(match("", "ba", "a", TEXT)).isEmpty();
        assertThat(match("i", "Ab", "a", TEXT)).contains(List.of("b"));
    }

    @Test
    void matchEndsWhereTheTextEnds() {
        assertThat(match("", "a1b", TEXT, "\\d")).isEmpty();
        assertThat(match("", "a1", TEXT, "\\d")).contains(List.of("a"));
        assertThat(match("", "a\nb", TEXT)).isEmpty();
        assertThat(match("s", "a\nb", TEXT)).contains(List.of("a\nb"));
    }

    @Test
    void starTakesAsLittleAsCanBe() {
        assertThat(match("", "k=1k=2", ANYTHING, "k=", TEXT)).contains(List.of("1k=2"));
        assertThat(match("", "xk=2", ANYTHING, "k=", TEXT)).contains(List.of("2"));
    }

    @Test
    void alternativesAndFlagsInsideAreNotSettled() {
        assertThat(RegexPattern.unsettled("a|b")).isPresent();
        assertThat(RegexPattern.unsettled("(a|b)[|\\]|]\\|")).isEmpty();
        assertThat(RegexPattern.unsettled("[]|]")).isEmpty();
        assertThat(RegexPattern.unsettled("(?i)a")).isPresent();
        assertThat(RegexPattern.areFlags("Uims")).isTrue();
        assertThat(RegexPattern.areFlags("x")).isFalse();
    }
}
