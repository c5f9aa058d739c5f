package io.quarry.functions.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainJsonTest {
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"a\"",
            "\"b\":",
            "\"é\"",
            "\"x\\n\"",
            "\"\t\"",
            " ",
            "\n",
            "0",
            "-0",
            "-",
            "01",
            "12",
            "1.5",
            "-0.0",
            "1.",
            ".5",
            "1e3",
            "123456789012345678",
            "12345678901234567890",
            "true",
            "tru",
            "false",
            "null",
            "nulls",
            "\u00a0",
            "\"a\":1,",
            "[1,",
            "{\"a\":");

    @Test
    void acceptsWhatTheFullReaderReadsAlike() {
        Random random = new Random(1);
        int accepted = 0;
        for (int i = 0; i < 300_000; i++) {
            String text = textOf(random);
            Optional<Json.Value> plain = PlainJson.read(text);
            if (plain.isPresent()) {
                accepted++;
                assertThat(Json.readAll(text))
                        .as(text)
                        .isEqualTo(Collections.singletonList(plain.get().value()));
            }
        }
        assertThat(accepted).isGreaterThan(10_000);
    }

    private static String textOf(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = 1 + random.nextInt(7); left > 0; left--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @Test
    void readsPlainText() {
        Map<String, Object> bag = new LinkedHashMap<>();
        bag.put("a", Arrays.asList(1L, -2.5, "x y", true, null));
        bag.put("b", Map.of());
        assertThat(PlainJson.read(" {\"a\" : [1, -2.5,\"x y\",true ,null],\"b\":{}} "))
                .contains(new Json.Value(bag));
    }

    @Test
    void leavesDeepNestingToTheFullReader() {
        String nested = "[".repeat(200) + "]".repeat(200);
        assertThat(PlainJson.read(nested)).isEmpty();
        assertThat(Json.read(nested)).isPresent();
    }
}
