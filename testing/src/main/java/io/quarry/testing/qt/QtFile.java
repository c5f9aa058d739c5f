package io.quarry.testing.qt;

import java.util.List;

/**
 * A file of query tests. Blank lines part blocks, {@code #} starts a comment line between blocks.
 *
 * <pre>{@code
 * # strlen counts code points, not bytes.
 * table T (s: string)
 * 'naïve'
 * ''
 *
 * kql
 * T | project n = strlen(s)
 * ----
 * n: long
 * 5
 * 0
 * }</pre>
 *
 * <ul>
 *   <li>{@code table NAME (column: type, ...)} with a row a line makes a table that every later query can name, under every
 *       platform. For Sigma and for AQL's standard columns it is called {@code events}.
 *   <li>Tables with certain names hold what AQL looks up; {@link QtReferenceData} says which.
 *   <li>{@code clock 2024-05-01T00:00:00Z} sets what {@code now()} is for the rest of the file; before it, that is
 *       2024-01-01.
 *   <li>{@code kql}, {@code kql defender}, {@code aql} or {@code sigma} starts a query (KQL alone is Sentinel's), which goes
 *       on until {@code ----} or the next such line. Several queries over one {@code ----} must give the same answer. A
 *       Sigma rule answers with the events that it matches.
 *   <li>After {@code ----}: the columns with their types and then the rows, up to a blank line. Rows may come in any order
 *       unless the query sorts.
 *   <li>{@code kql error} (likewise for the others) expects the diagnostics instead, as a person reads them; the query is
 *       called {@code case} in them. {@code kql plan} expects the optimized plan.
 *   <li>{@code skip interpreter: reason} before a query leaves out the configurations whose names contain that word.
 * </ul>
 *
 * <p>Values are written as {@link Cells} says.
 *
 * @param lines the text, for rewriting its expectations
 */
public record QtFile(String name, List<String> lines, List<QtTable> tables, List<QtCase> cases) {
    public QtFile {
        lines = List.copyOf(lines);
        tables = List.copyOf(tables);
        cases = List.copyOf(cases);
    }
}
