package io.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellCommandTest {
    @Test
    void pipedQueriesRunOneAfterTheOther() {
        Session session = Session.piped("""
                .format csv
                DeviceProcessEvents
                | count;
                let n = 2;
                print a = n;

                print b = 3
                | extend c = 4
                """, "shell", Session.samples());
        assertThat(session.exit()).isZero();
        assertThat(session.out()).matches("Count\r\n\\d+\r\na\r\n2\r\nb,c\r\n3,4\r\n");
    }

    @Test
    void telemetryIsReadOnceForTheSameColumns() {
        String query = "DeviceProcessEvents | summarize count() by FileName | take 1;\n";
        Session session = Session.piped(query + query + query, "shell", Session.samples());
        assertThat(session.err().lines().filter(line -> line.startsWith("read ")))
                .hasSize(1);
    }

    @Test
    void aWrongQueryDoesNotEndTheShell() {
        Session session = Session.piped("T | count;\n.nonsense\nprint a = 1;\n", "shell", "-f", "csv");
        assertThat(session.exit()).isEqualTo(3);
        assertThat(session.out()).isEqualTo("a\r\n1\r\n");
        assertThat(session.err()).contains("query:1:1: no table 'T'", "no command '.nonsense'");
    }

    @Test
    void errorsOfPipedQueriesSpeakOfTheLinesOfTheInput() {
        Session session = Session.piped("print a = 1;\n\nprint b = 2\n| extend c = nosuch;\nprint d;\n", "shell");
        assertThat(session.err()).contains("query:4:14: no column", "query:5:7: no column");
    }

    @Test
    void theSemicolonOfAnAqlQueryIsTheShells() {
        String query = "SELECT COUNT(*) AS n FROM events LAST 7 DAYS;\n";
        Session session = Session.piped(query + query, "shell", "-l", "aql", "-f", "csv", Session.samples());
        assertThat(session.out()).matches("(n\r\n\\d+\\.0\r\n){2}");
        assertThat(session.err()).doesNotContain("warning");
    }

    @Test
    void commandsTellWhatThereIs() {
        assertThat(Session.piped(".tables", "shell").out()).contains("DeviceProcessEvents\n");
        assertThat(Session.piped(".schema DeviceProcessEvents", "shell").out()).contains("FileName: string\n");
        assertThat(Session.piped(".schema NoSuchTable", "shell").exit()).isEqualTo(3);
        assertThat(Session.piped(".help\n.exit\nprint a = 1;", "shell").out())
                .contains(".platform NAME")
                .doesNotContain("a\n");
        assertThat(Session.piped(".load no/such/file", "shell").err()).contains("no such file");
        assertThat(Session.piped(".load " + Session.samples() + "\n.load", "shell")
                        .out())
                .contains("clickonce");
    }

    @Test
    void thePlatformDecidesTheLanguage() {
        Session session = Session.piped(
                ".platform qradar\n.format csv\nSELECT COUNT(*) AS n FROM events LAST 7 DAYS\n",
                "shell",
                Session.samples());
        assertThat(session.exit()).isZero();
        assertThat(session.out()).startsWith("n\r\n");
    }

    @Test
    void aLimitIsSaid() {
        Session session = Session.piped(".limit 2\nrange x from 1 to 5 step 1;", "shell", "-f", "csv");
        assertThat(session.out()).isEqualTo("x\r\n1\r\n2\r\n");
        assertThat(session.err()).contains("3 rows more");
    }

    @Test
    void linesThatAreEmptyDoNotEndWhatGoesOn() {
        Session session = Session.piped("""
                // how many
                let n = 2;

                let f = (k: long) {
                    print a = k

                    | extend b = n
                };

                f(1)

                // then
                | extend c = 3

                print d = 4
                """, "shell", "-f", "csv");
        assertThat(session.err()).isEmpty();
        assertThat(session.out()).isEqualTo("a,b,c\r\n1,2,3\r\nd\r\n4\r\n");
    }

    @Test
    void resultsKeptWithIntoAreReadByTheQueryAfterThem() {
        Session session = Session.piped("""
                SELECT "Image" AS i, COUNT(*) AS n
                FROM events INTO counts
                GROUP BY "Image" LAST 7 DAYS;

                /* it; is read here */
                SELECT COUNT(*) AS images FROM counts;  /* all */
                SELECT 1 AS one FROM events LIMIT 1 LAST 7 DAYS
                """, "shell", "-l", "aql", "-f", "csv", "--quiet", Session.samples());
        assertThat(session.err()).isEmpty();
        assertThat(session.out()).matches("images\r\n\\d+\\.0\r\none\r\n1.*\r\n");
    }

    @Test
    void aByteOrderMarkAndCommentsAreNoQueries() {
        Session session = Session.piped("\ufeffprint a = 1;\n// end\n\n// of it", "shell", "-f", "csv");
        assertThat(session).isEqualTo(new Session(0, "a\r\n1\r\n", ""));
    }

    @Test
    void wrongNamesAreToldTheNearestOnes() {
        assertThat(Session.piped(".tabels", "shell").err())
                .contains("no command '.tabels' (did you mean '.tables'?); expected one of");
        assertThat(Session.piped(".schema DeviceProcesEvents", "shell").err())
                .contains("did you mean 'DeviceProcessEvents'?");
        assertThat(Session.piped(".format cvs", "shell").err()).contains("did you mean 'csv'?");
        assertThat(Session.piped(".platform sentinal", "shell").err()).contains("did you mean 'sentinel'?");
    }

    @Test
    void standardInputHoldsTheQueriesAndNotTheEvents() {
        assertThat(Session.piped("print 1;", "shell", "-").err()).contains("standard input holds the queries");
        assertThat(Session.piped(".load -", "shell").exit()).isEqualTo(3);
    }

    @Test
    void languageAndPlatformHaveToAgree() {
        assertThat(Session.piped("", "shell", "-l", "aql", "--platform", "sentinel")
                        .err())
                .contains("--platform sentinel does not go with the language");
        assertThat(Session.piped("", "shell", "--platform", "sigma").exit()).isEqualTo(3);
        assertThat(Session.piped(
                                "SELECT 1 AS one FROM events LIMIT 1 LAST 7 DAYS;",
                                "shell",
                                "--platform",
                                "qradar",
                                "-f",
                                "csv",
                                Session.samples())
                        .out())
                .startsWith("one\r\n");
    }
}
