package io.quarry.functions.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.quarry.data.Dictionary;
import io.quarry.data.DictionaryBuilder;
import io.quarry.functions.text.RegexSearch.Extent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RegexSearchTest {
    private static final int PATTERNS = 6000;
    private static final int TEXTS = 12;
    private static final String[] ATOMS = {
        "a",
        "b",
        "c",
        "k",
        "S",
        "_",
        "1",
        "-",
        " ",
        ".",
        "abc",
        "é",
        "ß",
        "Ω",
        "日",
        "😀",
        "[ab]",
        "[^a]",
        "[a-c1]",
        "[^\\W_]",
        "[]a]",
        "[-a]",
        "[a-]",
        "[[:alpha:]1]",
        "[^[:space:]]",
        "[\\d-z]",
        "[\\x61-\\x{63}]",
        "[+-[:a]",
        "[é-ü]",
        "\\d",
        "\\D",
        "\\w",
        "\\W",
        "\\s",
        "\\S",
        "\\pL",
        "\\p{Lu}",
        "\\P{Greek}",
        "[\\p{L}\\p{Nd}]",
        "\\.",
        "\\x61",
        "\\x{e9}",
        "\\n",
        "\\t",
        "\\061",
        "\\141",
        "\\Qa.b\\E",
        "\\Q*\\E",
        "^",
        "$",
        "\\A",
        "\\z",
        "\\b",
        "\\B",
        "",
        "\uFFFD",
        "\\-",
        "{",
        "{,2}",
        "a{01}"
    };
    private static final String[] PIECES = {
        "a", "b", "c", "A", "B", "k", "K", "\u212A", "s", "S", "\u017F", "_", "1", "-", " ", ".", "\n", "\t", "abc",
        "é", "É", "ß", "\u1E9E", "Ω", "ω", "日", "😀", "\u00A0", "\u2028", "*", "{", "]", "\uFFFD", "a.b"
    };
    private static final byte[][] BROKEN = {
        {(byte) 0xC3},
        {(byte) 0x80},
        {(byte) 0xE0, (byte) 0x80},
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
        {(byte) 0xFF},
        {(byte) 0xF0, (byte) 0x9F, (byte) 0x98},
        {(byte) 0xC0, (byte) 0xAF},
        {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80}
    };

    @Test
    void answersAreThoseOfRe2() {
        Random random = new Random(20);
        assertAnswersAreThoseOfRe2(random, () -> expression(random, 3));
    }

    @Test
    void answersAtTheEndAreThoseOfRe2() {
        Random random = new Random(21);
        String[] ends = {"$", "\\z", "(?:b$|$)"};
        assertAnswersAreThoseOfRe2(
                random, () -> "(?:" + expression(random, 2) + ")" + ends[random.nextInt(ends.length)]);
    }

    private static void assertAnswersAreThoseOfRe2(Random random, Supplier<String> expressions) {
        int checked = 0;
        int matched = 0;
        for (int i = 0; i < PATTERNS; i++) {
            Pattern pattern;
            try {
                pattern = Pattern.compile(expressions.get(), random.nextInt(3) == 0 ? Pattern.CASE_INSENSITIVE : 0);
            } catch (PatternSyntaxException e) {
                continue;
            }
            RegexSearch anywhere = RegexSearch.of(pattern, Extent.ANYWHERE);
            RegexSearch whole = RegexSearch.of(pattern, Extent.WHOLE);
            Dictionary texts = texts(random);
            for (int code = 0; code < texts.size(); code++) {
                boolean isFound = pattern.matcher(texts.text(code)).find();
                String what = pattern.pattern() + " of flags " + pattern.flags() + " in '" + texts.text(code) + "'";
                assertThat(anywhere.isIn(Utf8.over(texts).at(code))).as(what).isEqualTo(isFound);
                assertThat(whole.isIn(Utf8.over(texts).at(code)))
                        .as("whole " + what)
                        .isEqualTo(pattern.matches(texts.text(code)));
                checked++;
                matched += isFound ? 1 : 0;
            }
        }
        assertThat(checked).isGreaterThan(40_000);
        assertThat(matched).isBetween(checked / 10, checked * 9 / 10);
    }

    @Test
    void manyStatesAreLeftToRe2() {
        Pattern pattern = Pattern.compile("a[ab]{14}c");
        RegexSearch search = RegexSearch.of(pattern, Extent.ANYWHERE);
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < 200; j++) {
                text.append(random.nextInt(100) == 0 ? 'c' : random.nextBoolean() ? 'a' : 'b');
            }
            boolean isFound = pattern.matcher(text).find();
            assertThat(search.isIn(Utf8.of(text.toString())))
                    .as(text.toString())
                    .isEqualTo(isFound);
        }
    }

    @Test
    void aFirstStateForWhichThereIsNoRoomIsLeftToRe2() {
        Pattern pattern = Pattern.compile("\\bfoo[ab]*a[ab]{12}c");
        RegexSearch search = RegexSearch.of(pattern, Extent.ANYWHERE);
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder("foo");
            random.ints(60, 'a', 'c').forEach(c -> text.append((char) c));
            search.isIn(Utf8.of(text.toString()));
        }
        for (String before : List.of(" ", "\n", "é", "x")) {
            String text = before + "foo" + "a".repeat(20) + "c";
            assertThat(search.isIn(Utf8.of(text))).as(text).isEqualTo(!before.equals("x"));
        }
    }

    /** Seven classes, one for each bit, part all characters of ASCII. */
    @Test
    void eachCharacterMayBeAKindOfItsOwn() {
        StringBuilder classes = new StringBuilder();
        for (int bit = 0; bit < 7; bit++) {
            classes.append('[');
            for (int c = 0; c < 0x80; c++) {
                classes.append((c >> bit & 1) == 1 ? String.format("\\x%02x", c) : "");
            }
            classes.append(']');
        }
        RegexSearch search = RegexSearch.of(Pattern.compile(classes + "\\x7f.é"), Extent.ANYWHERE);
        assertThat(search.isIn(Utf8.of("\u007f".repeat(8) + "xé"))).isTrue();
        assertThat(search.isIn(Utf8.of("\u007f".repeat(7) + "xxé"))).isFalse();
    }

    @Test
    void longPatternsEnd() {
        for (String pattern : List.of(
                "a|".repeat(50_000) + "b",
                "(".repeat(500) + "x" + ")".repeat(500),
                "(x{30}){30}",
                "(?:^a|b\\b)*".repeat(150))) {
            Pattern compiled = Pattern.compile(pattern);
            String text = "bx".repeat(500);
            assertThat(RegexSearch.of(compiled, Extent.ANYWHERE).isIn(Utf8.of(text)))
                    .isEqualTo(compiled.matcher(text).find());
        }
    }

    @Test
    void threadsShareASearch() {
        Pattern pattern = Pattern.compile("(?i)[a-f]{3}\\d+(é|x)\\b");
        RegexSearch search = RegexSearch.of(pattern, Extent.ANYWHERE);
        Random random = new Random(4);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            texts.add(random.ints(40, 0, 6)
                    .mapToObj(n -> "aE1éx ".substring(n, n + 1))
                    .reduce("", String::concat));
        }
        List<Boolean> answers = IntStream.range(0, texts.size())
                .parallel()
                .mapToObj(i -> search.isIn(Utf8.of(texts.get(i))))
                .toList();
        assertThat(answers)
                .isEqualTo(
                        texts.stream().map(text -> pattern.matcher(text).find()).toList());
        assertThat(answers).contains(true, false);
    }

    private static String expression(Random random, int depth) {
        StringBuilder expression = new StringBuilder();
        for (int parts = random.nextInt(5); parts >= 0; parts--) {
            expression.append(part(random, depth));
            if (random.nextInt(8) == 0) {
                expression.append('|');
            }
        }
        return expression.toString();
    }

    private static String part(Random random, int depth) {
        String atom = ATOMS[random.nextInt(ATOMS.length)];
        if (depth > 0 && random.nextInt(4) == 0) {
            String inside = expression(random, depth - 1);
            String[] groups = {"(", "(?:", "(?i:", "(?P<n>", "(?s:", "(?m)(", "(?i)(", "(?-i:", "(?sm-i:", "(?U)("};
            atom = groups[random.nextInt(groups.length)] + inside + ")";
        }
        String[] repetitions = {"", "", "", "", "", "*", "+", "?", "*?", "+?", "{2}", "{0,2}", "{1,}", "{0}", "{2,3}?"};
        return atom + repetitions[random.nextInt(repetitions.length)];
    }

    private static Dictionary texts(Random random) {
        DictionaryBuilder builder = new DictionaryBuilder();
        for (int i = 0; i < TEXTS; i++) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            for (int length = random.nextInt(12); length > 0; length--) {
                boolean isBroken = i % 4 == 3 && random.nextInt(5) == 0;
                text.writeBytes(
                        isBroken
                                ? BROKEN[random.nextInt(BROKEN.length)]
                                : PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
            }
            byte[] bytes = text.toByteArray();
            builder.add(bytes, 0, bytes.length);
        }
        return builder.build();
    }
}
