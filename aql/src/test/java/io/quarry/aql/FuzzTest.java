package io.quarry.aql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quarry.plan.Compilation;
import io.quarry.plan.reference.Construct;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Any text at all gives a plan or the reasons why there is none. {@code -Dseed=N} repeats a failure. */
final class FuzzTest {
    private static final long SEED = Long.getLong("seed", 20240501);
    private static final int ROUNDS = 4_000;

    private static final List<String> WORDS = List.of(
            "SELECT",
            "FROM",
            "events",
            "WHERE",
            "GROUP BY",
            "HAVING",
            "ORDER BY",
            "LIMIT",
            "LAST",
            "START",
            "STOP",
            "5",
            "HOURS",
            "AND",
            "OR",
            "NOT",
            "IN",
            "LIKE",
            "ILIKE",
            "MATCHES",
            "SIMILAR TO",
            "BETWEEN",
            "IS",
            "NULL",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "END",
            "IF",
            "AS",
            "DISTINCT",
            "UNION",
            "JOIN",
            "WITH",
            "OVER",
            "(",
            ")",
            ",",
            "*",
            "+",
            "-",
            "/",
            "%",
            "^",
            "=",
            "!=",
            "<",
            ">=",
            "~",
            "::",
            ";",
            "'x'",
            "'%a.exe%'",
            "'",
            "\"",
            "\"Image\"",
            "sourceip",
            "starttime",
            "qid",
            "username",
            "payload",
            "creEventList",
            "COUNT",
            "SUM",
            "FIRST",
            "LOWER",
            "SPLIT",
            "INCIDR",
            "DATEFORMAT",
            "NOW()",
            "LONG",
            "0x1f",
            "0X1F",
            "1.5",
            "99999999999999999999",
            "/*",
            "*/",
            "--",
            "\n",
            "\u00A0",
            "\u2018",
            "INTERVAL",
            "TEXT SEARCH",
            "SESSION BY",
            "EXPLICIT BEGIN",
            "BEGIN",
            "TIMEOUT 5",
            "TIMEWINDOW 5 MINUTES",
            "sessionId",
            "COLLATE 'de'",
            "GLOBALVIEW('a', 'NORMAL')",
            "TIMES OFFENSE_TIME(1)",
            "CAST(",
            "EXTRACT(HOUR FROM",
            "REFERENCESETCONTAINS('a',",
            "GEO::LOOKUP(",
            "RULENAME",
            "simarc",
            "flows",
            "&&",
            "||",
            "!",
            "{x}",
            "<ip>",
            "?",
            "''",
            "INTO",
            "PARAMETERS",
            "LOGSOURCETYPENAME",
            "devicetype",
            "n",
            "$",
            "\\");

    @Test
    void mutatedQueriesAreAnswered() throws IOException {
        Random random = new Random(SEED);
        List<String> seeds = seeds();
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder(seeds.get(i % seeds.size()));
            for (int edits = 1 + random.nextInt(8); edits > 0; edits--) {
                mutate(text, random);
            }
            check(text.toString());
        }
    }

    @Test
    void randomWordsAreAnswered() {
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            List<String> words = new ArrayList<>(List.of("SELECT", "username", "FROM", "events", "WHERE"));
            words = random.nextInt(4) == 0 ? new ArrayList<>() : words;
            for (int n = random.nextInt(40); n > 0; n--) {
                words.add(WORDS.get(random.nextInt(WORDS.size())));
            }
            check(String.join(random.nextInt(5) == 0 ? "" : " ", words));
        }
    }

    @Test
    void randomCharactersAreAnswered() {
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "SELECT " : "");
            for (int n = random.nextInt(60); n > 0; n--) {
                text.appendCodePoint(random.nextInt(3) == 0 ? random.nextInt(0x11000) : random.nextInt(128));
            }
            check(text.toString());
        }
    }

    private static void check(String query) {
        Compilation compilation = assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> Compiling.compile(query), () -> "seed " + SEED + ": " + query);
        assertThat(compilation.plan().isPresent() || !compilation.diagnostics().isEmpty())
                .as(query)
                .isTrue();
        assertThat(Compiling.rendered(compilation)).as(query).isNotNull();
    }

    private static void mutate(StringBuilder text, Random random) {
        if (text.isEmpty()) {
            text.append(WORDS.get(random.nextInt(WORDS.size())));
        }
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.insert(at, WORDS.get(random.nextInt(WORDS.size())));
            case 2 -> text.delete(at, Math.min(text.length() - 1, at + random.nextInt(30)));
            default -> text.setCharAt(at, (char) random.nextInt(256));
        }
    }

    @Test
    void bytesThatAreNoTextAreAnswered() {
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            check("SELECT '" + new String(bytes, StandardCharsets.UTF_8));
            check(new String(bytes, StandardCharsets.UTF_16LE));
        }
    }

    /** A published query, and the example of each construct. */
    private static List<String> seeds() throws IOException {
        List<String> seeds = new ArrayList<>();
        try (InputStream in = FuzzTest.class.getResourceAsStream("clickonce-published.aql")) {
            seeds.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        AqlReference.instance().constructs().stream()
                .map(Construct::example)
                .filter(example -> example.startsWith("SELECT"))
                .forEach(seeds::add);
        return seeds;
    }
}
