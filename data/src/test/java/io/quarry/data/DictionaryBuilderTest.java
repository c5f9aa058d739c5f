package io.quarry.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DictionaryBuilderTest {
    private final Random random = new Random(7);

    @Test
    void equalTextsHaveOneCodeInOrderOfFirstAppearance() {
        DictionaryBuilder builder = new DictionaryBuilder();
        assertThat(builder.add("b")).isEqualTo(0);
        assertThat(builder.add("a")).isEqualTo(1);
        assertThat(builder.add("b")).isEqualTo(0);
        assertThat(builder.add("")).isEqualTo(2);
        assertThat(builder.build().text(2)).isEmpty();
    }

    @Test
    void aBuiltDictionaryDoesNotSeeLaterTexts() {
        DictionaryBuilder builder = new DictionaryBuilder();
        builder.add("a");
        Dictionary dictionary = builder.build();
        builder.add("b");
        assertThat(dictionary.size()).isEqualTo(1);
        assertThat(builder.build().size()).isEqualTo(2);
    }

    @Test
    void codesAgreeWithAMapForManyRandomTexts() {
        long seed = 20261121;
        Random random = new Random(seed);
        DictionaryBuilder builder = new DictionaryBuilder();
        Map<String, Integer> expected = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            String text = Integer.toString(random.nextInt(5_000), 36) + (random.nextBoolean() ? "é" : "日");
            int code = expected.computeIfAbsent(text, absent -> expected.size());
            assertThat(builder.add(text)).as("seed %d, text %s", seed, text).isEqualTo(code);
        }
        Dictionary dictionary = builder.build();
        expected.forEach((text, code) -> assertThat(dictionary.text(code)).isEqualTo(text));
    }

    @Test
    void addingManyGivesTheCodesOfAddingEach() {
        DictionaryBuilder together = new DictionaryBuilder();
        DictionaryBuilder alone = new DictionaryBuilder();
        for (int round = 0; round < 20; round++) {
            Dictionary dictionary = dictionary(500);
            int[] entries = random.ints(400, 0, dictionary.size()).toArray();
            int[] codes = together.addAll(dictionary, entries, entries.length);
            for (int i = 0; i < entries.length; i++) {
                assertThat(codes[i]).isEqualTo(alone.add(dictionary.text(entries[i])));
            }
        }
        assertThat(together.size()).isEqualTo(alone.size());
    }

    @Test
    void whatIsThereIsFoundAndNothingElse() {
        DictionaryBuilder builder = new DictionaryBuilder();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            String text = "text " + i + "x".repeat(i % 20);
            texts.add(text);
            builder.add(text);
        }
        texts.add("text");
        texts.add("");
        Dictionary dictionary = Dictionary.of(texts.toArray(String[]::new), texts.size());
        int[] all = IntStream.range(0, texts.size()).toArray();
        int[] found = builder.findAll(dictionary, all, all.length);
        for (int i = 0; i < 3000; i++) {
            assertThat(found[i]).isEqualTo(i);
        }
        assertThat(found[3000]).isEqualTo(-1);
        assertThat(found[3001]).isEqualTo(-1);
    }

    @Test
    void textsOfAllLengthsAreToldApart() {
        DictionaryBuilder builder = new DictionaryBuilder();
        for (int length = 0; length < 40; length++) {
            for (int last = 0; last < 10; last++) {
                byte[] text = ("a".repeat(length) + last).getBytes(StandardCharsets.UTF_8);
                assertThat(builder.add(text, 0, text.length)).isEqualTo(10 * length + last);
            }
        }
    }

    @Test
    void textThatIsTooLongIsRefused() {
        String longest = "x".repeat(CapacityException.LONGEST_TEXT);
        assertThat(new DictionaryBuilder().add(longest)).isZero();
        assertThatThrownBy(() -> new DictionaryBuilder().add(longest + "x"))
                .isInstanceOf(CapacityException.class)
                .hasMessageContaining("16777217");
    }

    @Test
    void textsThatAreKeptDecodedTakeMemoryToo() {
        DictionaryBuilder builder = new DictionaryBuilder();
        builder.add("x".repeat(1_000));
        Dictionary dictionary = builder.build();
        long before = dictionary.footprint();
        dictionary.text(0);
        assertThat(before).isBetween(1_000L, 1_100L);
        assertThat(dictionary.footprint()).isGreaterThanOrEqualTo(before + 1_000);
    }

    private Dictionary dictionary(int size) {
        String[] texts = new String[size];
        for (int i = 0; i < size; i++) {
            texts[i] = Integer.toString(random.nextInt(3000), 2 + random.nextInt(30));
        }
        return Dictionary.of(texts, size);
    }
}
