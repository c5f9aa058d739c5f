package io.quarry.aql.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.plan.Formatted;
import io.quarry.plan.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatterTest {
    @Test
    void everyClauseBeginsALineAndKeywordsAreInUpperCase() {
        assertThat(
                        formatted(
                                "select QidName( qid )as e,count(*) from events where a='x' and b not in('y')group by e having count(*)>1 order by e desc limit 5 last 24 hours"))
                .isEqualTo("""
                SELECT QidName(qid) AS e, count(*)
                FROM events
                WHERE a = 'x' AND b NOT IN ('y')
                GROUP BY e
                HAVING count(*) > 1
                ORDER BY e DESC
                LIMIT 5
                LAST 24 HOURS
                """);
    }

    @Test
    void innerQueriesAreIndented() {
        assertThat(
                        formatted(
                                "SELECT a FROM (SELECT sourceip AS a FROM events WHERE username IN (SELECT username FROM events)) WHERE a IS NOT NULL"))
                .isEqualTo("""
                SELECT a
                FROM (
                    SELECT sourceip AS a
                    FROM events
                    WHERE username IN (
                        SELECT username
                        FROM events
                    )
                )
                WHERE a IS NOT NULL
                """);
    }

    @Test
    void namesKeepTheirLettersAndQuotes() {
        assertThat(
                        formatted(
                                "SELECT \"Process Path\", duration as End, LAST(qid) as 'select' FROM Events START '2024-01-01 00:00' stop now()"))
                .isEqualTo("""
                SELECT "Process Path", duration AS End, LAST(qid) AS 'select'
                FROM Events
                START '2024-01-01 00:00' STOP now()
                """);
    }

    @Test
    void commentsStayWhereTheyAre() {
        assertThat(
                        formatted(
                                "/* first */ SELECT a, -- of a\nb FROM events\n\n-- before where\nWHERE a=1 /* one */ AND b=2\n-- last"))
                .isEqualTo("""
                /* first */
                SELECT a, -- of a
                    b
                FROM events

                -- before where
                WHERE a = 1 /* one */ AND b = 2
                -- last
                """);
    }

    @Test
    void linesInsideOfAClauseAreKeptAndIndented() {
        assertThat(formatted("SELECT a\n,b FROM events WHERE (a=1\n OR\tb=2\n)\nAND c IN (\n1,\n2)"))
                .isEqualTo("""
                SELECT a, b
                FROM events
                WHERE (a = 1
                    OR b = 2
                )
                    AND c IN (
                    1,
                    2)
                """);
    }

    @Test
    void signsStayWithTheirOperands() {
        assertThat(
                        formatted(
                                "SELECT -1, a-1, a - -1, -(a)*-2, ~a&0xff, Bluecoat-cs-host, CASE WHEN a THEN 1 END-2, GEO :: LOOKUP(sourceip , 'city') FROM events"))
                .isEqualTo("""
                SELECT -1, a - 1, a - -1, -(a) * -2, ~a & 0xff, Bluecoat-cs-host, CASE WHEN a THEN 1 END - 2, GEO::LOOKUP(sourceip, 'city')
                FROM events
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "-- only a comment",
                "SELECT",
                "SELECT a FROM",
                "SELECT a FROM events;",
                "SELECT 'a FROM events",
                "SELECT - - 1 FROM events",
                "SELECT a FROM events WHERE a ISNOT NULL",
                "SELECT a FROM events WHERE (SELECT",
                "}{",
                "T | where x"
            })
    void oddTextsGiveTextOrErrors(String text) {
        Formatted result = Formatter.format(new SourceText("query", text));
        if (result.errors().isEmpty()) {
            assertThat(formatted(result.text())).isEqualTo(result.text());
        } else {
            assertThat(result.text()).isEqualTo(text);
        }
    }

    private static String formatted(String text) {
        Formatted result = Formatter.format(new SourceText("query", text));
        assertThat(result.errors()).isEmpty();
        assertThat(Formatter.format(new SourceText("query", result.text())).text())
                .isEqualTo(result.text());
        return result.text();
    }
}
