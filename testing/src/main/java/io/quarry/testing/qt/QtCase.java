package io.quarry.testing.qt;

import java.util.List;

/**
 * Queries and the answer that all of them must give.
 *
 * @param line the 1-based line of the first query's head
 * @param tables those that come before it in the file
 * @param clock the query clock, ticks
 * @param skipped words in the names of configurations that cannot run it
 * @param expected the lines after {@code ----}
 * @param expectedFrom the 0-based line where these begin
 */
record QtCase(
        int line,
        List<QtTable> tables,
        long clock,
        List<String> skipped,
        List<QtQuery> queries,
        List<String> expected,
        int expectedFrom) {
    QtCase {
        tables = List.copyOf(tables);
        skipped = List.copyOf(skipped);
        queries = List.copyOf(queries);
        expected = List.copyOf(expected);
    }
}
