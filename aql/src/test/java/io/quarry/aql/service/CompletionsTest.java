package io.quarry.aql.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.plan.Completion;
import io.quarry.plan.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The caret is where the bar of two stands: ¦. */
class CompletionsTest {
    @Test
    void aQueryBeginsWithSelect() {
        assertThat(at("¦")).containsExactly("SELECT");
        assertThat(at("SELECT qid INTO c FROM events; ¦")).containsExactly("SELECT");
    }

    @Test
    void columnsAndFunctionsAreOperands() {
        assertThat(at("SELECT ¦ FROM events")).contains("sourceip", "\"Process CommandLine\"", "DATEFORMAT", "COUNT");
        assertThat(at("SELECT qid FROM events WHERE userna¦"))
                .contains("username")
                .doesNotContain("sourceip");
        assertThat(at("SELECT qid FROM events WHERE username = 'x' AND LOW¦")).containsExactly("LOWER");
        assertThat(at("SELECT QIDN¦")).containsExactly("QIDNAME");
        assertThat(at("SELECT qid FROM events WHERE username NOT ¦")).contains("IN", "qid");
        assertThat(at("SELECT qid FROM events WHERE username LIKE ¦")).contains("ENUMERATION");
        assertThat(at("SELECT qid FROM events GROUP BY ¦")).contains("qid").doesNotContain("FROM");
        assertThat(at("SELECT \"Proc¦")).contains("\"Process CommandLine\"").doesNotContain("PROTOCOLNAME");
        assertThat(at("SELECT username AS who FROM events ORDER BY wh¦")).containsExactly("who");
    }

    @Test
    void clausesAndOperatorsFollowOperands() {
        assertThat(at("SELECT qid ¦")).contains("FROM", "AS", "WHERE").doesNotContain("qid");
        assertThat(at("SELECT qid FROM events ¦")).contains("WHERE", "LAST").doesNotContain("FROM", "LIKE");
        assertThat(at("SELECT qid FROM events WHERE qid ¦")).contains("ILIKE", "IS NULL", "LAST");
        assertThat(at("SELECT qid FROM events WHERE (qid ¦")).contains("AND").doesNotContain("LAST");
        assertThat(at("SELECT qid FROM events ORDER BY qid ¦"))
                .contains("DESC", "LIMIT")
                .doesNotContain("HAVING");
        assertThat(at("SELECT qid FROM events GROUP ¦")).containsExactly("BY");
        assertThat(at("SELECT qid FROM events LAST 5 ¦")).containsExactly("DAYS", "HOURS", "MINUTES", "SECONDS");
        assertThat(at("SELECT CASE WHEN qid = 1 ¦")).contains("THEN");
    }

    @Test
    void tablesAndKeptResultsFollowFrom() {
        assertThat(at("SELECT qid FROM ¦")).contains("events", "flows").doesNotContain("qid");
        assertThat(at("SELECT qid INTO found FROM events; SELECT * FROM ¦")).startsWith("found");
    }

    @Test
    void innerQueriesAreQueriesOfTheirOwn() {
        assertThat(at("SELECT qid FROM events WHERE qid IN (SELECT ¦")).contains("username");
        assertThat(at("SELECT qid FROM events WHERE qid IN (SELECT qid FROM events) ¦"))
                .contains("AND", "LAST");
        assertThat(at("SELECT * FROM (¦")).containsExactly("SELECT");
        assertThat(at("SELECT * FROM (SELECT qid FROM events ¦")).contains("WHERE", "LAST");
    }

    @Test
    void nothingIsOfferedInsideOfTextsAndComments() {
        assertThat(at("SELECT qid FROM events WHERE username = 'a¦")).isEmpty();
        assertThat(at("SELECT qid FROM events WHERE username = 'qi¦d'")).isEmpty();
        assertThat(at("SELECT qid -- q¦")).isEmpty();
        assertThat(at("SELECT qid /* q¦ */")).isEmpty();
    }

    private static List<String> at(String text) {
        SourceText source = new SourceText("query", text.replace("¦", ""));
        return Completions.at(source, text.indexOf('¦'), AqlCatalog.standard()).stream()
                .map(Completion::text)
                .toList();
    }
}
