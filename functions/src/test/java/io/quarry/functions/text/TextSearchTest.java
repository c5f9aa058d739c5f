package io.quarry.functions.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The searches over bytes give what plain searches over code points give. */
final class TextSearchTest {
    private static final String[] ALPHABET = {
        "a", "A", "b", "B", "k", "K", "s", "S", "é", "É", "ß", "ſ", "\u212A", "Σ", "σ", "ς", "İ", "ı", "😀", "𐐀", "𐐨",
        " ", "-", "_", "1", "я", "Я", "@", "`", "[", "{"
    };

    private final Random random = new Random(7);

    @Test
    void searchesAgreeWithPlainOnes() {
        for (int i = 0; i < 60_000; i++) {
            String text = text(random.nextInt(24));
            String needle = random.nextInt(3) == 0 ? cut(text) : text(random.nextInt(4));
            Utf8 utf8 = padded(text);
            check(CaselessNeedle.of(needle), utf8, Folding.fold(text), Folding.fold(needle));
            check(ExactNeedle.of(needle), utf8, text, needle);
        }
    }

    private static void check(Needle needle, Utf8 utf8, String text, String wanted) {
        String what = "'" + wanted + "' in '" + text + "'";
        assertThat(needle.isIn(utf8)).as("contains " + what).isEqualTo(text.contains(wanted));
        assertThat(needle.isPrefixOf(utf8)).as("starts " + what).isEqualTo(text.startsWith(wanted));
        assertThat(needle.isSuffixOf(utf8)).as("ends " + what).isEqualTo(text.endsWith(wanted));
        assertThat(needle.isEqualTo(utf8)).as("equals " + what).isEqualTo(text.equals(wanted));
        assertThat(needle.isTermIn(utf8)).as("has " + what).isEqualTo(occurs(text, wanted, true, true));
        assertThat(needle.isTermPrefixIn(utf8)).as("hasprefix " + what).isEqualTo(occurs(text, wanted, true, false));
        assertThat(needle.isTermSuffixIn(utf8)).as("hassuffix " + what).isEqualTo(occurs(text, wanted, false, true));
    }

    private static boolean occurs(String text, String wanted, boolean before, boolean after) {
        if (wanted.isEmpty()) {
            return true;
        }
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            boolean joinedBefore = before
                    && at > 0
                    && Character.isLetterOrDigit(text.codePointBefore(at))
                    && Character.isLetterOrDigit(wanted.codePointAt(0));
            boolean joinedAfter = after
                    && end < text.length()
                    && Character.isLetterOrDigit(text.codePointAt(end))
                    && Character.isLetterOrDigit(wanted.codePointBefore(wanted.length()));
            if (!joinedBefore && !joinedAfter) {
                return true;
            }
        }
        return false;
    }

    @Test
    void setsAndListsAgreeWithPlainOnes() {
        for (int i = 0; i < 20_000; i++) {
            String text = text(random.nextInt(6));
            List<Object> list = new ArrayList<>();
            for (int j = random.nextInt(12); j > 0; j--) {
                list.add(random.nextInt(4) == 0 ? cut(text) : text(random.nextInt(4)));
            }
            Utf8 utf8 = padded(text);
            String folded = Folding.fold(text);
            assertThat(TextSet.of(list).contains(utf8)).isEqualTo(list.contains(text));
            assertThat(CaselessTextSet.of(list).contains(utf8))
                    .as("%s in~ %s", text, list)
                    .isEqualTo(list.stream()
                            .anyMatch(each -> Folding.fold((String) each).equals(folded)));
            assertThat(Needles.of(list).isAnyTermIn(utf8))
                    .as("%s has_any %s", text, list)
                    .isEqualTo(list.stream().anyMatch(each -> has(folded, (String) each)));
            assertThat(Needles.of(list).areAllTermsIn(utf8))
                    .isEqualTo(list.stream().allMatch(each -> has(folded, (String) each)));
        }
    }

    private static boolean has(String foldedText, String needle) {
        return occurs(foldedText, Folding.fold(needle), true, true);
    }

    @Test
    void foldingIsOneToOneAndKeepsAsciiApart() {
        assertThat(Folding.areAlike(Utf8.of("École"), Utf8.of("ÉCOLE"))).isTrue();
        assertThat(Folding.areAlike(Utf8.of("straße"), Utf8.of("strasse"))).isFalse();
        assertThat(Folding.areAlike(Utf8.of("\u212A"), Utf8.of("k"))).isFalse();
        assertThat(Folding.areAlike(Utf8.of("σ"), Utf8.of("ς"))).isTrue();
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET[random.nextInt(random.nextBoolean() ? 8 : ALPHABET.length)]);
        }
        return text.toString();
    }

    /** A part of the text, in another letter case now and then. */
    private String cut(String text) {
        int[] codePoints = text.codePoints().toArray();
        int from = random.nextInt(codePoints.length + 1);
        int to = from + random.nextInt(codePoints.length - from + 1);
        String cut = new String(codePoints, from, to - from);
        return random.nextBoolean() ? cut : cut.toUpperCase(java.util.Locale.ROOT);
    }

    /** A view inside a larger block, as those on dictionaries are. */
    private static Utf8 padded(String text) {
        io.quarry.data.Dictionary dictionary = io.quarry.data.Dictionary.of(new String[] {"aKé", text, "Sb"}, 3);
        return Utf8.over(dictionary).at(1);
    }
}
