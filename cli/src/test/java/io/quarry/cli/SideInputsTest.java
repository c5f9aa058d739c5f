package io.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What queries read beside the telemetry. */
class SideInputsTest {
    @TempDir
    private Path folder;

    @Test
    void externalDataIsReadFromAFolderByItsName() throws IOException {
        write("list.csv", "name,n,t\r\na,1,2024-01-01\r\n\"b, c\",x,\r\n\r\nd\r\n");
        assertThat(query("externaldata (name: string, n: long, t: datetime) ['https://example.org/x/list.csv?sig=1']"
                                + " with (format='csv', ignoreFirstRecord=true)")
                        .out())
                .isEqualTo("name,n,t\r\na,1,2024-01-01T00:00:00.0000000Z\r\n\"b, c\",,\r\nd,,\r\n");
    }

    @Test
    void aLineOfTextIsAValueAndTheEndingSaysThatItIsText() throws IOException {
        write("list.txt", "first, with comma\n\nsecond\n");
        assertThat(query("externaldata (line: string) [@'https://example.org/list.txt'] | summarize make_list(line)")
                        .out())
                .contains("[\"\"first, with comma\"\",\"\"second\"\"]");
    }

    @Test
    void aFileOfOneLocationIsGivenByIt() throws IOException {
        Path file = write("other.psv", "a|1\nb|2\n");
        Session session = Session.run(
                "query",
                "-f",
                "csv",
                "--external",
                "https://example.org/list=" + file,
                "externaldata (s: string, n: int) ['https://example.org/list'] with (format=PSV) | summarize sum(n)");
        assertThat(session.out()).isEqualTo("sum_n\r\n3\r\n");
    }

    @Test
    void foldersAndFilesMayHaveEqualsSigns() throws IOException {
        Files.createDirectories(folder.resolve("day=1"));
        Path file = write("day=1/list.csv", "a\n");
        String query = "externaldata (s: string) ['https://example.org/list?x=y'] with (format='csv')";
        assertThat(Session.run("query", "--external", "https://example.org/list?x=y=" + file, query)
                        .exit())
                .isZero();
        String named = "externaldata (s: string) ['https://example.org/list.csv']";
        assertThat(Session.run("query", "--external", file.getParent().toString(), named)
                        .exit())
                .isZero();
    }

    @Test
    void jsonIsReadByTheNamesOfColumnsLineByLineOrWhole() throws IOException {
        write("a.json", "{\"n\": 1, \"bag\": {\"x\": [2]}}\n{\"n\": \"7\", \"other\": 1}\n");
        write("b.multijson", "[{\"n\": 1},\n {\"n\": 2, \"bag\": \"t\"}] {\"n\": 4}");
        assertThat(query("externaldata (n: long, bag: dynamic) ['https://e/a.json'] | extend x = tolong(bag.x[0])")
                        .out())
                .isEqualTo("n,bag,x\r\n1,\"{\"\"x\"\":[2]}\",2\r\n7,,\r\n");
        assertThat(query("externaldata (n: long) ['https://e/b.multijson'] | summarize sum(n)")
                        .out())
                .isEqualTo("sum_n\r\n7\r\n");
    }

    @Test
    void packedFilesAreUnpacked() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.csv.gz")))) {
            out.write("1\n2\n".getBytes(StandardCharsets.UTF_8));
        }
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve("b.csv.zip")))) {
            out.putNextEntry(new ZipEntry("x/b1.csv"));
            out.write("10\n".getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("b2.csv"));
            out.write("20\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(query("externaldata (n: long) ['https://e/a.csv.gz', 'https://e/b.csv.zip'] | summarize sum(n)")
                        .out())
                .isEqualTo("sum_n\r\n33\r\n");
    }

    @Test
    void whatWasNotGivenIsRefusedAndNothingElseIsRead() throws IOException {
        Path secret = write("secret.csv", "1\n");
        for (String location : new String[] {"https://example.org/list.csv", "file://" + secret, secret.toString()}) {
            Session session = Session.run("query", "externaldata (n: long) ['" + location + "']");
            assertThat(session.exit()).isEqualTo(2);
            assertThat(session.out()).isEmpty();
            assertThat(session.err())
                    .contains("no file was given for it", "[MISSING_INPUT]", "--external '" + location + "=FILE'");
        }
    }

    @Test
    void damagedFilesAreNamed() throws IOException {
        write("a.json", "{\"n\": 1}\nnothing\n");
        assertThat(query("externaldata (n: long) ['https://e/a.json']").err())
                .contains("'https://e/a.json' cannot be read as JSON: a line is no JSON object");
    }

    @Test
    void formatsThatAreNotReadAreRefusedByName() {
        assertThat(query("externaldata (n: long) ['https://e/a.parquet'] with (format='parquet')")
                        .err())
                .contains("the format parquet is not supported yet [UNSUPPORTED]");
        assertThat(query("externaldata (n: long) ['https://e/a'] with (format='csw')")
                        .err())
                .contains("externaldata knows no format 'csw' [UNKNOWN_KIND]");
        assertThat(query("externaldata (n: long) ['https://e/a'] with (ingestionMapping='[]')")
                        .err())
                .contains("[UNSUPPORTED]");
    }

    @Test
    void watchlistsHaveTheirColumnsAndThoseOfAllWatchlists() throws IOException {
        write("Hosts.csv", "Host,Owner\r\na,anna\r\nb,\"b, c\"\r\n");
        Session session =
                watchlists("_GetWatchlist('hosts') | project SearchKey, Owner, o = tostring(WatchlistItem.Owner)");
        assertThat(session.err()).isEmpty();
        assertThat(session.out()).isEqualTo("SearchKey,Owner,o\r\na,anna,anna\r\nb,\"b, c\",\"b, c\"\r\n");
        assertThat(watchlists(
                                "print 'b' in (_GetWatchlist('Hosts') | project Host), 'x' in ((_GetWatchlist('Hosts') | project Host))")
                        .out())
                .endsWith("\r\ntrue,false\r\n");
        assertThat(watchlists("_GetWatchlistAlias").out()).isEqualTo("WatchlistAlias\r\nHosts\r\n");
        assertThat(watchlists("_GetWatchlist('Hosts') | project Nothing").err()).contains("[UNKNOWN_COLUMN]");
    }

    @Test
    void aWatchlistThatIsNotThereIsRefusedWithTheFileThatIsExpected() {
        assertThat(watchlists("_GetWatchlist('other') | where x == 1").err())
                .contains(
                        "the watchlist 'other' is not at hand: there is no other.csv in " + folder, "[MISSING_INPUT]");
        assertThat(Session.run("query", "--platform", "sentinel", "_GetWatchlist('../x')")
                        .err())
                .contains("no folder of watchlists was given");
    }

    @Test
    void textsThatAreOnlyCheckedNeedNoFiles() throws IOException {
        Path query = write(
                "q.kql",
                "_GetWatchlist('w') | where Anything startswith 'x' | join kind=inner (externaldata (Anything: string)"
                        + " ['https://e/x']) on Anything");
        Session session = Session.run("check", "--platform", "sentinel", query.toString());
        assertThat(session.out()).isEmpty();
        assertThat(session.exit()).isZero();
    }

    @Test
    void aqlLooksUpInReferenceData() throws IOException {
        Files.createDirectories(folder.resolve("sets"));
        write("sets/Bad hosts.csv", "value:IP\n192.0.2.1\n");
        Path log = write(
                "fw.log",
                "<13>1 2026-03-02T14:00:00Z fw LEEF:1.0|Acme|Wall|1|deny|src=192.0.2.1\n"
                        + "<13>1 2026-03-02T14:00:01Z fw LEEF:1.0|Acme|Wall|1|deny|src=192.0.2.2\n");
        String query = "SELECT sourceip, LOGSOURCETYPENAME(devicetype) AS t FROM events"
                + " WHERE REFERENCESETCONTAINS('bad hosts', sourceip) LAST 1 HOURS";
        Session session =
                Session.run("query", "-f", "csv", "-l", "aql", "--reference", folder.toString(), query, log.toString());
        assertThat(session.out()).isEqualTo("sourceip,t\r\n192.0.2.1,Universal LEEF\r\n");
        session = Session.run("query", "-f", "csv", "-l", "aql", query, log.toString());
        assertThat(session.err()).contains("NO_LOOKUP_DATA");
        session = Session.run(
                "query", "-l", "aql", "--geo", folder.resolve("none.mmdb").toString(), query, log.toString());
        assertThat(session.err()).contains("--geo: there is no file");
    }

    private Session query(String text) {
        return Session.run("query", "-f", "csv", "--external", folder.toString(), text);
    }

    private Session watchlists(String text) {
        return Session.run("query", "--platform", "sentinel", "-f", "csv", "--watchlists", folder.toString(), text);
    }

    @Test
    void damagedReferenceDataIsReportedWhereItIsAskedFor() throws IOException {
        Files.createDirectories(folder.resolve("searches"));
        Files.write(folder.resolve("searches/x.aql"), new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'});
        write("offenses.csv", "id,start,end\n1,10,5\n");
        String search = "SELECT * FROM GLOBALVIEW('x', 'NORMAL') LAST 1 HOURS";
        String offense = "SELECT username FROM events TIMES OFFENSE_TIME(1)";
        for (String query : List.of(search, offense)) {
            Session session = Session.run("explain", "-l", "aql", "--reference", folder.toString(), query);
            assertThat(session.exit()).as(session.err()).isEqualTo(2);
            assertThat(session.err()).contains("cannot be used", "[REFERENCE_DATA]");
        }
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
