package io.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                ".help",
                "T;",
                "T\n| count;",
                "T\n",
                "let x = 1; T;",
                "let f = () { T; }; f();",
                "T; // c"
            })
    void completeTextsAreCarriedOut(String text) {
        assertThat(Shell.isComplete(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"T", "T\n| count", "let x = 1;", "let f = () { T;", "print ';'", "T // ;", "set x;"})
    void otherTextsGoOn(String text) {
        assertThat(Shell.isComplete(text)).isFalse();
    }
}
