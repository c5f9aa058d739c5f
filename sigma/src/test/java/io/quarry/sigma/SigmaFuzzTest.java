package io.quarry.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.plan.Diagnostic;
import io.quarry.plan.SourceText;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Any text gives rules or diagnostics, in time. A failure names its seed. */
class SigmaFuzzTest {
    private static final String RULE = """
            # licence
            title: "Shell \\u00e9"
            id: 0b1c2d3e-0000-4000-8000-000000000001
            date: 2026-01-02
            tags: [attack.t1059, &anchor attack.execution]
            logsource: {product: windows, category: process_creation}
            detection:
              selection:
                Image|endswith: ['\\cmd.exe', *anchor]
                CommandLine|contains|windash: ' -enc '
                User|re|i: '^a.*b$'
                Address|cidr: 10.0.0.0/8
                Other: null
              keywords:
                - "one"
                - |
                  two
              filter_x:
                - A: 1
                - B|fieldref: C
              condition: (selection or keywords) and not 1 of filter_*
            level: high
            ---
            title: second
            """;
    private static final String[] PIECES = {
        "\n",
        "\n  ",
        ": ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "'",
        "\"",
        "|",
        ">",
        "&a ",
        "*a",
        "---\n",
        "...\n",
        "%",
        "#",
        "!!str ",
        "null",
        "condition: ",
        "detection:\n",
        " of ",
        "and",
        "(",
        ")",
        "\\",
        "*",
        "?",
        "\t",
        "\u0000",
        "\uFEFF",
        "\uD83D",
        "\uDE00",
        "\uD83D\uDE00",
        "\u2028",
        "<<: *a",
        "|all",
        "|re",
        "|expand",
        "1 of them",
        "99999999999"
    };

    @Test
    void anyTextIsReadOrReported() {
        for (long seed = 0; seed < 3000; seed++) {
            String text = mutate(new Random(seed));
            SigmaFile file = Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> Sigma.read(new SourceText("fuzz.yml", text)), "seed " + seed);
            for (Diagnostic diagnostic : file.diagnostics()) {
                assertThat(diagnostic.span().end()).as("seed %d", seed).isLessThanOrEqualTo(text.length());
                assertThat(diagnostic.render())
                        .as("seed %d", seed)
                        .contains(diagnostic.code().name());
            }
        }
    }

    @Test
    void anyBytesAreReadOrReported() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);

            assertThat(Sigma.read(new SourceText("fuzz.yml", text)).rules())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    private static String mutate(Random random) {
        StringBuilder text = new StringBuilder(RULE);
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes && text.length() > 0; i++) {
            int at = random.nextInt(text.length());
            int length = Math.min(random.nextInt(1 + random.nextInt(40)), text.length() - at);
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, at + length);
                case 1 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, at + length));
                default ->
                    text.setCharAt(
                            at, (char) (random.nextInt(8) == 0 ? random.nextInt(0x10000) : 32 + random.nextInt(95)));
            }
        }
        return text.toString();
    }
}
