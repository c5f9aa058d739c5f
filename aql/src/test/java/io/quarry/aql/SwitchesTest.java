package io.quarry.aql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.aql.catalog.AqlSwitch;
import io.quarry.plan.PlanText;
import io.quarry.plan.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SwitchesTest {
    private static final String QUERY =
            "SELECT username FROM events WHERE username NOT MATCHES 'a.*' AND username != 'b' LAST 1 HOURS";

    @Test
    void matchesCoversTheValueUnlessSwitched() {
        assertThat(plan(AqlCatalog.standard())).contains("not(username MATCHES 'a.*')");
        assertThat(plan(AqlCatalog.standard().on(AqlSwitch.REGEX_ANYWHERE))).contains("MATCHES ANYWHERE");
    }

    @Test
    void testsOfNullAreUnknownUnlessSwitched() {
        assertThat(plan(AqlCatalog.standard())).contains("not(username = 'b')");
        assertThat(plan(AqlCatalog.standard().on(AqlSwitch.ABSENT_IS_FALSE)))
                .contains("not(case(username = 'b', true, false))");
    }

    @Test
    void theNewestRowComesFirstUnlessSwitched() {
        assertThat(plan(AqlCatalog.standard())).contains("sort by starttime desc");
        assertThat(plan(AqlCatalog.standard().off(AqlSwitch.NEWEST_FIRST))).doesNotContain("sort by");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "DOT_MATCHES_LINE_BREAKS # username MATCHES 'a.*' # MATCHES CONCAT('(?s)', 'a.*') # LAST 1 HOURS",
                "EQUAL_IGNORES_CASE # username = 'B' # LOWER(username) = LOWER('B') # LAST 1 HOURS",
                "ABSENT_PART_IS_ABSENT # CONCAT(username, '!') = 'a!' # IS NULL(username) # LAST 1 HOURS",
                "SUBSTRING_TO_END # SUBSTRING(username, 1, 3) = 'a' # SUBSTRING(username, 1, 3 - 1) # LAST 1 HOURS",
                "WHOLE_MINUTES # eventcount = 1 # % 60000 # LAST 1 HOURS",
                "ONE_MINUTE_BY_DEFAULT # eventcount = 1 # - 60000 # ",
                "ABSENT_IS_LEAST # eventcount = 1 # sort by username asc nulls first # ORDER BY username LAST 1 HOURS",
            })
    void theOtherReadingIsTakenWhenSwitched(AqlSwitch reading, String condition, String part, String clauses) {
        String query = "SELECT username FROM events WHERE " + condition + " " + (clauses == null ? "" : clauses);
        assertThat(plan(query, AqlCatalog.standard())).doesNotContain(part);
        assertThat(plan(query, AqlCatalog.standard().on(reading))).contains(part);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "REGEX_ANYWHERE # UNANCHORED_REGEX # username MATCHES 'abc'",
                "EQUAL_IGNORES_CASE # CASE_NEVER_MATCHES # LOWER(username) = 'Abc'",
                "EQUAL_IGNORES_CASE # CASE_NEVER_MATCHES # LOWER(username) IN ('Abc', 'x')",
                "SUBSTRING_TO_END # SUBSTRING_READING # SUBSTRING(username, 1, 3) = 'a'",
                "ABSENT_IS_FALSE # ABSENT_READING # username != 'b'",
            })
    void theOtherReadingHasNoWarningOfTheUsual(AqlSwitch reading, String code, String condition) {
        String query = "SELECT username FROM events WHERE " + condition + " LAST 1 HOURS";
        assertThat(codes(query, AqlCatalog.standard())).contains(code);
        assertThat(codes(query, AqlCatalog.standard().on(reading))).doesNotContain(code);
    }

    @Test
    void wildcardsThatAreNoneAreReportedUnderEachReading() {
        String query = "SELECT username FROM events WHERE username MATCHES '%abc%' LAST 1 HOURS";
        assertThat(codes(query, AqlCatalog.standard().on(AqlSwitch.REGEX_ANYWHERE)))
                .contains("UNANCHORED_REGEX");
    }

    @Test
    void aQueryAfterInIgnoresCaseWhereEqualityDoes() {
        String query =
                "SELECT qid FROM events WHERE username IN (SELECT username FROM events LAST 1 HOURS) LAST 1 HOURS";
        assertThat(plan(query, AqlCatalog.standard())).doesNotContain("LOWER(username)");
        assertThat(plan(query, AqlCatalog.standard().on(AqlSwitch.EQUAL_IGNORES_CASE)))
                .contains("LOWER(username)");
    }

    @Test
    void whatIsSearchedByDefaultIsSaidAsItIsRead() {
        String query = "SELECT username FROM events";
        AqlCatalog oneMinute = AqlCatalog.standard().on(AqlSwitch.ONE_MINUTE_BY_DEFAULT);
        assertThat(Aql.compile(new SourceText("query", query), oneMinute).diagnostics())
                .anyMatch(diagnostic -> diagnostic.message().endsWith("searches the last minute"));
    }

    @Test
    void whatAStatementKeepsIsATableUnlessSwitched() {
        SourceText text = new SourceText("q", "SELECT qid FROM events INTO kept LAST 1 HOURS; SELECT qid FROM kept");
        assertThat(Aql.compile(text, AqlCatalog.standard()).plan()).isPresent();
        assertThat(Aql.compile(text, AqlCatalog.standard().off(AqlSwitch.CURSORS_ARE_TABLES))
                        .plan())
                .isEmpty();
    }

    @Test
    void nothingIsAggregatedToNoRowWhenSwitched() {
        String query = "SELECT COUNT(*) FROM events LAST 1 HOURS";
        assertThat(plan(query, AqlCatalog.standard())).doesNotContain("filter 0");
        assertThat(plan(query, AqlCatalog.standard().on(AqlSwitch.NO_ROW_OF_NOTHING)))
                .contains("filter 0");
    }

    private static List<String> codes(String query, AqlCatalog catalog) {
        return Aql.compile(new SourceText("query", query), catalog).diagnostics().stream()
                .map(diagnostic -> diagnostic.code().name())
                .toList();
    }

    private static String plan(AqlCatalog catalog) {
        return plan(QUERY, catalog);
    }

    private static String plan(String query, AqlCatalog catalog) {
        return PlanText.of(Aql.compile(new SourceText("query", query), catalog).orThrow());
    }
}
