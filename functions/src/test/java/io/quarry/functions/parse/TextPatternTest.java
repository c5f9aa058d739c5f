package io.quarry.functions.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarry.data.Type;
import io.quarry.plan.FunctionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class TextPatternTest {
    private static final Piece ANYTHING = new Piece.Skip();
    private static final Piece TEXT = new Piece.Capture(Type.STRING);
    private static final Piece LONG = new Piece.Capture(Type.LONG);

    private static TextPattern pattern(Piece... pieces) {
        return TextPattern.of(elements(List.of(pieces)));
    }

    private static List<Object> elements(List<Piece> pieces) {
        List<Object> elements = new ArrayList<>();
        pieces.forEach(piece -> elements.add(piece.toDynamic()));
        return elements;
    }

    private static Piece constant(String text) {
        return new Piece.Constant(text);
    }

    @Test
    void patternIsReadBackFromItsDynamicForm() {
        List<Piece> pieces = List.of(ANYTHING, constant("a="), LONG, ANYTHING);
        assertThat(Piece.list(elements(pieces))).isEqualTo(pieces);
        assertThatThrownBy(() -> Piece.list(List.of(1L))).isInstanceOf(FunctionException.class);
        assertThatThrownBy(() -> TextPattern.of("a")).isInstanceOf(FunctionException.class);
    }

    @Test
    void firstConstantStandsAtTheStart() {
        assertThat(pattern(constant("a"), TEXT).match("ab")).contains(List.of("b"));
        assertThat(pattern(constant("a"), TEXT).match("ba")).isEmpty();
        assertThat(pattern(ANYTHING, constant("a"), TEXT).match("bac")).contains(List.of("c"));
    }

    @Test
    void captureEndsAtTheNextConstant() {
        assertThat(pattern(TEXT, constant("##"), TEXT).match("a##b##c")).contains(List.of("a", "b##c"));
        assertThat(pattern(TEXT, constant("##"), TEXT).match("a#b")).isEmpty();
    }

    @Test
    void wholeNumberBeforeAStarEndsWithItsDigits() {
        assertThat(pattern(LONG, ANYTHING, constant(";"), TEXT).match("-27, x;y"))
                .contains(List.of("-27", "y"));
        assertThat(pattern(LONG, ANYTHING, constant(";"), TEXT).match("-x;y")).contains(List.of("", "y"));
    }

    @Test
    void textBehindTheLastConstantIsNoMatch() {
        assertThat(pattern(TEXT, constant(")")).match("a)")).contains(List.of("a"));
        assertThat(pattern(TEXT, constant(")")).match("a)b")).isEmpty();
        assertThat(pattern(TEXT, constant(")"), ANYTHING).match("a)b")).contains(List.of("a"));
    }

    @Test
    void agreesWithShortestGroupsOnRandomTexts() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            List<Piece> pieces = randomPieces(random);
            String text = randomText(random, random.nextInt(12));
            Matcher matcher = Pattern.compile(regex(pieces), Pattern.DOTALL).matcher(text);
            Optional<List<String>> expected = Optional.empty();
            if (matcher.matches()) {
                List<String> groups = new ArrayList<>();
                for (int group = 1; group <= matcher.groupCount(); group++) {
                    groups.add(matcher.group(group));
                }
                expected = Optional.of(groups);
            }
            assertThat(TextPattern.of(elements(pieces)).match(text))
                    .describedAs(pieces + " on " + text)
                    .isEqualTo(expected);
        }
    }

    /** Constants with a star or a text between them; the last part is none, so that every text is settled. */
    private static List<Piece> randomPieces(Random random) {
        List<Piece> pieces = new ArrayList<>();
        if (random.nextBoolean()) {
            pieces.add(random.nextBoolean() ? TEXT : ANYTHING);
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            pieces.add(constant(randomText(random, 1 + random.nextInt(2))));
            pieces.add(random.nextBoolean() ? TEXT : ANYTHING);
        }
        return pieces;
    }

    private static String randomText(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("ab\n".charAt(random.nextInt(3)));
        }
        return text.toString();
    }

    private static String regex(List<Piece> pieces) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            String greed = i + 1 == pieces.size() ? "" : "?";
            if (pieces.get(i) instanceof Piece.Constant constant) {
                regex.append(Pattern.quote(constant.text()));
            } else {
                regex.append(pieces.get(i) == TEXT ? "(.*" + greed + ")" : ".*" + greed);
            }
        }
        return regex.toString();
    }
}
