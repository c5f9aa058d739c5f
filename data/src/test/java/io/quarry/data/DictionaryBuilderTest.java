package io.quarry.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DictionaryBuilderTest {
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
}
