package io.quarry.functions.aql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.functions.text.Utf8;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class LikePatternTest {
    private static final long SEED = Long.getLong("seed", 7);
    private static final String[] CHARACTERS = {"a", "A", "b", "\\", "é", "É", "\uD835\uDCB3", "\n"};
    private static final String[] WILDCARDS = {"%", "_"};

    @Test
    void patternsMeanWhatTheEqualRegularExpressionMeans() {
        Random random = new Random(SEED);
        for (int i = 0; i < 50_000; i++) {
            String text = random(random, CHARACTERS, 6);
            String pattern = random(random, random.nextBoolean() ? CHARACTERS : WILDCARDS, 2)
                    + random(random, CHARACTERS, 2)
                    + random(random, WILDCARDS, 2);
            String like = "seed " + SEED + ": '" + text + "' LIKE '" + pattern + "'";
            assertThat(LikePattern.of(pattern).matches(Utf8.of(text))).as(like).isEqualTo(expected(pattern, text));
            assertThat(CaselessLikePattern.of(pattern).matches(Utf8.of(text)))
                    .as(like)
                    .isEqualTo(expected(pattern.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT)));
        }
    }

    private static boolean expected(String pattern, String text) {
        String regex = pattern.codePoints()
                .mapToObj(c -> c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
    }

    private static String random(Random random, String[] alphabet, int most) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(most + 1); n > 0; n--) {
            text.append(alphabet[random.nextInt(alphabet.length)]);
        }
        return text.toString();
    }
}
