package io.quarry.testing.aql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed and read again is the same tree. */
class PrinterTest {
    @Test
    void collectedQueriesAreTheSameTree() throws IOException {
        Optional<List<String>> queries = Corpus.queries();
        Assumptions.assumeTrue(queries.isPresent(), "skipped: ../shared is absent");
        SoftAssertions softly = new SoftAssertions();
        queries.get().forEach(query -> softly.assertThat(PrintedTrees.printedTree(query))
                .as(query)
                .isEqualTo(PrintedTrees.tree(query)));
        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT -1, - -a, -(-a), ~-5, -9223372036854775807, 0x8000000000000000, 1.0, 0.000000001 FROM events",
                "SELECT 100000000000000000000000.0 AS \"a b\", a AS from_, a \"x\" FROM events",
                "SELECT NOT a = b, (a AND b) OR c, a AND (b OR c), NOT (a AND b), IF a THEN 1 ELSE 2 FROM events",
                "SELECT a FROM 'my cursor' WHERE TEXT SEARCH 'it''s' AND (a = 1 OR b = 2) LAST 90 MINUTES",
                "SELECT a FROM events WHERE x NOT IN (SELECT y FROM flows LAST 1 DAYS) AND y NOT BETWEEN 1 AND 2",
                "SELECT \"say \"\"hi\"\"\", GEO::LOOKUP(sourceip, 'city') FROM events START '2024-01-01 00:00' STOP NOW()",
                "SELECT a FROM events ORDER BY a DESC COLLATE 'de', b LIMIT 5 TIMES OFFENSE_TIME(3)",
                "SELECT a FROM events SESSION BY starttime a, b EXPLICIT BEGIN c = 1 END d = 2 TIMEOUT 5 TIMEWINDOW 1 HOURS",
                "SELECT a FROM events INTO kept WHERE a = 1 LAST 1 HOURS PARAMETERS EXECUTIONTIMELIMIT=5, x='y', z=F(8)",
                "SELECT a FROM events INTO 'My cursor' LIMIT 5",
                "SELECT a - b - c, a - (b - c), a * (b + c), 2 ^ 3 ^ 2, 2 ^ (3 ^ 2), a << 1 | b & c # d FROM events"
            })
    void everyFormIsTheSameTree(String query) {
        assertThat(PrintedTrees.tree(query)).isPresent();
        assertThat(PrintedTrees.printedTree(query)).isEqualTo(PrintedTrees.tree(query));
    }
}
