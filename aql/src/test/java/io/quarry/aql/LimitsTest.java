package io.quarry.aql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quarry.plan.Compilation;
import io.quarry.plan.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Queries of a size or depth that nobody writes. */
final class LimitsTest {
    private static final String HEAD = "SELECT username FROM events WHERE ";

    @Test
    void nestingHasALimit() {
        for (String open : new String[] {"(", "NOT ", "- ", "LOWER(", "CASE WHEN ", "IF ", "qid IN (", "~"}) {
            Compilation compilation = inTime(() -> Compiling.compile(HEAD + open.repeat(100_000)));
            assertThat(compilation.diagnostics())
                    .as(open)
                    .anyMatch(diagnostic -> diagnostic.code().name().equals("LIMIT"));
        }
    }

    @Test
    void chainsOfOperatorsHaveALimit() {
        assertThat(inTime(() -> Compiling.compile(HEAD + "qid = 1" + " + 1".repeat(100_000)))
                        .diagnostics())
                .anyMatch(diagnostic -> diagnostic.code().name().equals("LIMIT"));
    }

    @Test
    void innerQueriesHaveALimit() {
        String query = "SELECT * FROM (".repeat(1_000) + "SELECT * FROM events" + ")".repeat(1_000);
        assertThat(inTime(() -> Compiling.compile(query)).diagnostics())
                .anyMatch(diagnostic -> diagnostic.code().name().equals("LIMIT"));
    }

    @Test
    void chainsOfConditionsHaveNone() {
        String or = "username = 'x'" + " OR username = 'y'".repeat(50_000);
        String in = " AND qid IN (70000" + ", 70001".repeat(50_000) + ")";
        Compilation compilation = inTime(() -> Compiling.compile(HEAD + "(" + or + ")" + in + " LAST 1 HOURS"));
        assertThat(compilation.plan()).isPresent();
    }

    @Test
    void tenMegabytesAreAnsweredInTime() {
        String text = "'" + "x".repeat(10_000_000) + "'";
        assertThat(inTime(() -> Compiling.compile(HEAD + "username = " + text + " LAST 1 HOURS"))
                        .plan())
                .isPresent();
        assertThat(inTime(() -> Compiling.compile("SELECT 1 ".repeat(1_200_000)))
                        .diagnostics())
                .isNotEmpty();
        assertThat(inTime(() -> Compiling.compile("'".repeat(10_000_001))).diagnostics())
                .isNotEmpty();
        assertThat(inTime(() -> Compiling.compile(HEAD + "# ".repeat(5_000_000)))
                        .diagnostics())
                .isNotEmpty();
        assertThat(inTime(() -> Compiling.compile(HEAD + "LAST 1 HOURS AND ".repeat(600_000)))
                        .diagnostics())
                .isNotEmpty();
    }

    @Test
    void whatIsNotListedIsCounted() {
        assertThat(messages("OR nosuch(1) ".repeat(200))).hasSize(200).noneMatch(message -> message.contains("listed"));
        assertThat(messages("OR nosuch(1) ".repeat(201))).hasSize(201).last().isEqualTo("1 more finding is not listed");
        assertThat(messages("OR nosuch(1) ".repeat(400)))
                .hasSize(201)
                .last()
                .isEqualTo("200 more findings are not listed");
        assertThat(messages("OR nosuch(1) ".repeat(30_000)))
                .hasSize(201)
                .last()
                .isEqualTo("at least 9800 more findings are not listed");
        assertThat(messages("OR username LIKE '%\\\\x%' ".repeat(300) + "OR nosuch(1) "))
                .anyMatch(message -> message.contains("nosuch"))
                .last()
                .isEqualTo("100 more findings are not listed");
    }

    private static List<String> messages(String conditions) {
        return inTime(() -> Compiling.compile(HEAD + conditions.replaceFirst("OR ", "") + "LAST 1 HOURS"))
                .diagnostics()
                .stream()
                .map(Diagnostic::message)
                .toList();
    }

    private static <T> T inTime(Supplier<T> work) {
        return assertTimeoutPreemptively(Duration.ofSeconds(30), work::get);
    }
}
