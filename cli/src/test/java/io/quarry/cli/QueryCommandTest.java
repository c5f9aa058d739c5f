package io.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryCommandTest {
    private static final String SEVERAL = "print a = 1; range x from 1 to 3 step 1 | fork n=(count) (where x > 1)";

    @TempDir
    private Path folder;

    @Test
    void kqlIsAnsweredAsTableCsvAndNdjson() {
        String query =
                "DeviceProcessEvents | where FileName =~ 'mshta.exe' | summarize n = count() by FileName = tolower(FileName)";
        assertThat(Session.run("query", "-f", "csv", query, Session.samples()).out())
                .startsWith("FileName,n\r\nmshta.exe,");
        assertThat(Session.run("query", "-f", "ndjson", query, Session.samples())
                        .out())
                .startsWith("{\"FileName\":\"mshta.exe\",\"n\":");
        assertThat(Session.run("query", query, Session.samples()).out()).startsWith("FileName   n\n---------  -");
    }

    @Test
    void parametersComeWithTheQuery() {
        String query = "declare query_parameters(name: string, n: long = 2); print name, n + 1";
        assertThat(Session.run("query", "-f", "csv", "--param", "name=a=b", query, Session.samples())
                        .out())
                .isEqualTo("print_0,print_1\r\na=b,3\r\n");
        assertThat(Session.run("query", query, Session.samples()).err()).contains("'name' has no value");
        assertThat(Session.run("query", "--param", "name=a", "--param", "n=x", query, Session.samples())
                        .err())
                .contains("'n' has type long, and 'x' is none");
        assertThat(Session.run("query", "--param", "other=1", "print 1", Session.samples())
                        .err())
                .contains("declares no parameter 'other'");
        assertThat(Session.run("query", "--param", "name", query, Session.samples())
                        .exit())
                .isEqualTo(3);
    }

    @Test
    void placeholdersOfATemplateAreFilledIn() {
        String query = "SELECT COUNT(*) AS n FROM events WHERE \"Image\" ILIKE {image} START '{start}'";
        assertThat(Session.run("query", "-l", "aql", query, Session.samples()).err())
                .contains("{image} is a placeholder, and is given no value [TEMPLATE_VALUE]")
                .contains("hint: --param start=VALUE gives its value to a query that runs");
        Session run = Session.run(
                "query",
                "-l",
                "aql",
                "-f",
                "csv",
                "--param",
                "image=%mshta.exe",
                "--param",
                "start=2020-01-01 00:00",
                query,
                Session.samples());
        assertThat(run.out()).startsWith("n\r\n").isNotEqualTo("n\r\n0.0\r\n");
        assertThat(Session.run("query", "-l", "aql", "--param", "other=1", "SELECT qid FROM events", Session.samples())
                        .err())
                .contains("the query holds no placeholder 'other'");
    }

    @Test
    void aQueryStopsWhereItSaysItself() {
        String query = "SELECT REPLACEALL('(.)', UTF8(payload), '$1$1$1') AS p FROM events"
                + " START '2020-01-01 00:00' PARAMETERS EXECUTIONTIMELIMIT=";
        Session stopped = Session.run("query", "-l", "aql", query + "1", Session.samples());
        assertThat(stopped.err()).contains("the query took longer than the 0.001 s that it allows itself");
        assertThat(stopped.exit()).isEqualTo(3);
        assertThat(Session.run("query", "-l", "aql", query + "600000 ", Session.samples())
                        .exit())
                .isZero();
    }

    @Test
    void columnsThatDependOnTheEventsAreFoundInThem() {
        String query = "DeviceProcessEvents | where FileName =~ 'mshta.exe'"
                + " | extend d = bag_pack('File', tolower(FileName), 'Host', DeviceName) | project d | evaluate bag_unpack(d)";
        assertThat(Session.run("query", "-f", "csv", query, Session.samples()).out())
                .startsWith("File,Host\r\nmshta.exe,");
        assertThat(Session.run("query", query + " | where User == 'x'", Session.samples())
                        .err())
                .contains("'User'", "found: File, Host");
        assertThat(Session.run(
                                "query",
                                "-f",
                                "csv",
                                query.replace("mshta", "none") + " | project User",
                                Session.samples())
                        .out())
                .isEqualTo("User\r\n");
    }

    @Test
    void severalResultsComeUnderTheirNames() {
        String query = "print a = 1; range x from 1 to 3 step 1 | extend y = x % 2 | fork n=(count) (where x > 2)";
        assertThat(Session.run("query", query, Session.samples()).out())
                .isEqualTo("result 1:\na\n-\n1\n\nn:\nCount\n-----\n    3\n\nresult 3:\nx  y\n-  -\n3  1\n");
        assertThat(Session.run("query", "-f", "vertical", query).out())
                .isEqualTo("result 1:\n-- row 1\na  1\n\nn:\n-- row 1\nCount  3\n\nresult 3:\n-- row 1\nx  3\ny  1\n");
    }

    @Test
    void severalResultsShareJsonAndNdjson() {
        assertThat(Session.run("query", "-f", "json", SEVERAL).out()).isEqualTo("""
                {"results":[
                {"name":"result 1","columns":[{"name":"a","type":"long"}],"rows":[[1]]}
                ,
                {"name":"n","columns":[{"name":"Count","type":"long"}],"rows":[[3]]}
                ,
                {"name":"result 3","columns":[{"name":"x","type":"long"}],"rows":[[2],[3]]}
                ]}
                """);
        assertThat(Session.run("query", "-f", "ndjson", SEVERAL).out()).isEqualTo("""
                {"result":"result 1","row":{"a":1}}
                {"result":"n","row":{"Count":3}}
                {"result":"result 3","row":{"x":2}}
                {"result":"result 3","row":{"x":3}}
                """);
    }

    @Test
    void severalResultsGoToAFolderInAnyForm() throws IOException {
        Session one = Session.run("query", "-f", "csv", SEVERAL);
        assertThat(one.exit()).isEqualTo(3);
        assertThat(one.out()).isEmpty();
        assertThat(one.err()).contains("has 3 results", "-o FOLDER/");
        Path results = folder.resolve("results");
        Session session = Session.run("query", "-f", "csv", "-o", results + "/", SEVERAL);
        assertThat(session.exit()).isZero();
        assertThat(session.out()).isEmpty();
        assertThat(session.err()).contains("result-3.csv: 2 rows");
        assertThat(results.resolve("result-1.csv")).hasContent("a\r\n1\r\n");
        assertThat(results.resolve("n.csv")).hasContent("Count\r\n3\r\n");
        assertThat(results.resolve("result-3.csv")).hasContent("x\r\n2\r\n3\r\n");
        Session.run("query", "-f", "json", "-o", results.toString(), "print a = 1");
        assertThat(results.resolve("query.json"))
                .hasContent("{\"columns\":[{\"name\":\"a\",\"type\":\"long\"}],\"rows\":[[1]]}\n");
    }

    @Test
    void aTableIsCutOnlyForATerminal() {
        String query = "print a = strrep('0123456789', 30), b = 1";
        assertThat(Session.run("query", query).out().lines().skip(2)).containsExactly("0123456789".repeat(30) + "  1");
    }

    @Test
    void ofManyTablesOnlyThatColumnsAreEmptyIsSaid() {
        Session usual = Session.run("query", "search 'clickonce' | count", Session.samples());
        assertThat(usual.err().lines().filter(line -> line.startsWith("warning: ")))
                .as(usual.err())
                .hasSizeLessThanOrEqualTo(2);
        assertThat(Session.run("query", "--quiet", "search 'clickonce' | count", Session.samples())
                        .err())
                .isEmpty();
        assertThat(Session.run("query", "--quiet", "--verbose", "print 1").err())
                .contains("--quiet and --verbose are opposites");
    }

    @Test
    void thePlatformThatWasChosenIsSaid() {
        assertThat(Session.run(
                                "query",
                                "DeviceProcessEvents | where TimeGenerated > ago(1h) | count",
                                Session.samples())
                        .err())
                .contains("read as a query for sentinel");
        assertThat(Session.run("query", "--platform", "defender", "DeviceProcessEvents | count", Session.samples())
                        .err())
                .doesNotContain("read as a query");
    }

    @Test
    void noPlatformIsSaidWhereNoTableOfOneIsRead() {
        assertThat(Session.run("query", "print 1", Session.samples()).err()).doesNotContain("read as a query");
        assertThat(Session.run("query", "print toscalar(DeviceInfo | count)", Session.samples())
                        .err())
                .contains("read as a query for defender");
    }

    @Test
    void errorsAreThoseOfThePlatformThatHasTheTables() {
        Session session = Session.run("query", "SecurityEvent | where EventIDs == 1", Session.samples());
        assertThat(session.err())
                .contains("read as a query for sentinel", "'EventIDs'", "EventID")
                .doesNotContain("no table");
    }

    @Test
    void facetCountsTheValuesOfColumns() {
        String query = "range x from 1 to 3 step 1 | extend y = x % 2 | facet by y with (where x > 2 | project x)";
        assertThat(Session.run("query", query, Session.samples()).out())
                .isEqualTo("result 1:\nx\n-\n3\n\ny:\ny  count_y\n-  -------\n1        2\n0        1\n");
    }

    @Test
    void previewGivesSomeRowsAndTheirNumber() {
        String query = "range x from 1 to 9 step 1 | evaluate preview(2)";
        assertThat(Session.run("query", query, Session.samples()).out())
                .isEqualTo("result 1:\nx\n-\n1\n2\n\nresult 2:\nCount\n-----\n    9\n");
    }

    @Test
    void aqlIsAnswered() {
        Session session = Session.run(
                "query",
                "-l",
                "aql",
                "-f",
                "csv",
                "SELECT \"EventID\", COUNT(*) AS n FROM events WHERE \"EventID\" = '3' GROUP BY \"EventID\" LAST 7 DAYS",
                Session.samples());
        assertThat(session.exit()).isZero();
        assertThat(session.out()).startsWith("EventID,n\r\n3,");
    }

    @Test
    void aQueryFileSaysItsLanguageByItsEnding() throws IOException {
        Path file = Files.writeString(folder.resolve("q.aql"), "SELECT COUNT(*) AS n FROM events LAST 7 DAYS");
        assertThat(Session.run("query", "-f", "csv", "-q", file.toString(), Session.samples())
                        .out())
                .startsWith("n\r\n");
    }

    @Test
    void blanksOfWebPagesAreBlanks() {
        Session session = Session.run("query", "-f", "csv", "DeviceProcessEvents\u00a0|\u202fcount", Session.samples());
        assertThat(session.exit()).isZero();
    }

    @Test
    void aWrongQueryIsShownWithItsPlace() {
        Session session = Session.run("query", "DeviceProcessEvents | where FileNam == 'x'", Session.samples());
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.out()).isEmpty();
        assertThat(session.err())
                .startsWith("note: read as a query for defender; --platform NAME decides otherwise\nquery:1:29: ")
                .contains("FileName")
                .contains("^^^^^^^");
    }

    @Test
    void aColumnThatTelemetryNeverFillsIsNamed() {
        assertThat(Session.run("query", "DeviceProcessEvents | where FileSize > 1 | count", Session.samples())
                        .err())
                .contains("never fills FileSize");
        assertThat(Session.run("query", "EmailEvents | count", Session.samples())
                        .err())
                .contains("fills no table EmailEvents");
    }

    @Test
    void theWindowOfAQueryCountsFromTheLastEvent() {
        String window = "DeviceProcessEvents | where Timestamp > ago(1h)";
        Session rows = Session.run("query", "-f", "csv", window + " | project Timestamp", Session.samples());
        Session count = Session.run("query", "-f", "csv", window + " | count", Session.samples());
        assertThat(count.out()).isEqualTo("Count\r\n" + (rows.out().lines().count() - 1) + "\r\n");
        assertThat(rows.err()).contains("now is the time of the last event, 2026-03-12T");
        assertThat(Session.run("query", "-f", "csv", "--as-of", "2026-03-11", window + " | count", Session.samples())
                        .out())
                .isNotEqualTo(count.out());
    }

    @Test
    void noRowsInTheWindowAreSaidToBeSuch() {
        String window = "DeviceProcessEvents | where Timestamp > ago(1s) and FileName =~ 'mshta.exe'";
        assertThat(Session.run("query", window, Session.samples()).err())
                .contains("no rows in the time that the query looks back, ", " row without it");
        assertThat(Session.run("query", window.replace("mshta", "nosuch"), Session.samples())
                        .err())
                .doesNotContain("no rows in the time");
        assertThat(Session.run("query", "--as-of", "2026-03-12", window, Session.samples())
                        .err())
                .doesNotContain("no rows in the time");
    }

    @Test
    void aQueryThatReadsNoTableNeedsNoEvents() {
        assertThat(Session.run("query", "-f", "csv", "print n = 1 + 1").out()).isEqualTo("n\r\n2\r\n");
    }

    @Test
    void withoutEventsOrQueryUsageIsWrong() {
        assertThat(Session.run("query", "DeviceProcessEvents | count").exit()).isEqualTo(3);
        assertThat(Session.run("query").exit()).isEqualTo(3);
        assertThat(Session.run("query", "-l", "sql", "x", Session.samples()).exit())
                .isEqualTo(3);
    }

    @Test
    void queryThatLacksOnlyAFileIsNotToldAnotherPlatformsErrors() {
        String query = "let w = _GetWatchlist('Bad'); DeviceProcessEvents | where TimeGenerated > ago(1d) | count";
        Session session = Session.run("query", query, Session.samples());
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err()).contains("[MISSING_INPUT]").doesNotContain("TimeGenerated'", "UNKNOWN");
    }

    @Test
    void queryThatLooksLikeAqlIsToldHowToSaySo() {
        Session session = Session.run("query", "SELECT * FROM events", Session.samples());
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err()).contains("-l aql");
    }

    @Test
    void telemetryComesThroughStandardInput() throws IOException {
        byte[] lines =
                "<13>Mar  2 14:00:05 ws01 su: one\n<13>Mar  2 14:00:06 ws02 su: two\n".getBytes(StandardCharsets.UTF_8);
        String query = "SELECT logsourceidentifier FROM events LAST 1 HOURS";
        Session plain = Session.piped(lines, "query", "-l", "aql", "--format", "csv", query, "-");
        assertThat(plain.exit()).as(plain.err()).isZero();
        assertThat(plain.out().lines()).containsExactly("logsourceidentifier", "ws02", "ws01");
        assertThat(plain.err()).contains("read 2 events from 1 file");

        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(lines);
        }
        assertThat(Session.piped(packed.toByteArray(), "query", "-l", "aql", "--format", "csv", query, "-", "-")
                        .out())
                .isEqualTo(plain.out());
        assertThat(Session.piped("<13>one\n".repeat(20_000), "query", "-l", "aql", query, "-")
                        .err())
                .contains("read 20,000 events from 1 file (0.2 MB)");
        Session nothing = Session.piped("", "query", "-l", "aql", query, "-");
        assertThat(nothing.exit()).isEqualTo(ExitCode.WRONG_USAGE.value());
        assertThat(nothing.err()).contains("unreadable: -: is empty", "no telemetry could be read from -");
    }

    @Test
    void damageInStandardInputIsCounted() {
        Session session = Session.piped(
                "<13>one\n" + "<13>a\0b\n".repeat(10_050), "query", "-l", "aql", "SELECT 1 AS n FROM events", "-");
        assertThat(session.err())
                .contains(
                        "unreadable: -: record 2 at byte 8: no text",
                        "unreadable: ... and 10,030 more places; --verbose shows them",
                        "10,050 places unreadable");
    }

    @Test
    void eventsWithoutATimeAreSaidToBeInNoWindow() {
        Session session = Session.piped(
                "<13>one\n<13>two\n", "query", "-l", "aql", "SELECT UTF8(payload) FROM events LAST 1 HOURS", "-");
        assertThat(session.err())
                .contains(
                        "note: 2 events without a time: no time window of a query holds what has none",
                        "note: now is set by no event: it is 1970-01-01");
    }

    @Test
    void aQueryComesOnStandardInput() {
        Session session = Session.piped(
                "SELECT COUNT(*) AS n FROM events LAST 7 DAYS",
                "query",
                "-f",
                "csv",
                "-l",
                "aql",
                "-q",
                "-",
                Session.samples());
        assertThat(session.out()).startsWith("n\r\n");
        assertThat(Session.piped("print 1", "query", "-q", "-", "-").err())
                .contains("the query or the events, not both");
    }

    @Test
    void aFileInPlaceOfAQueryIsToldFromAText() throws IOException {
        Path file = Files.writeString(folder.resolve("a.kql"), "print 1");
        Session session = Session.run("explain", file.toString());
        assertThat(session.exit()).isEqualTo(3);
        assertThat(session.err()).contains("-q " + file + " reads the query of that file");
    }

    @Test
    void skippedFilesAreOneLineForEachReason() throws IOException {
        for (int i = 0; i < 7; i++) {
            Files.writeString(folder.resolve(i + ".md"), "no telemetry\n");
        }
        String[] command = {"query", "DeviceProcessEvents | count", Session.samples(), folder.toString()};
        assertThat(Session.run(command).err())
                .contains(
                        "skipped: 7 files: a text file of none of the known formats",
                        "2.md and 4 more\n",
                        "7 files skipped");
        String[] verbose = {"query", "--verbose", "DeviceProcessEvents | count", Session.samples(), folder.toString()};
        assertThat(Session.run(verbose).err()).contains("skipped: " + folder.resolve("6.md") + ": a text file of none");
    }
}
