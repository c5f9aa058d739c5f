package io.quarry.aql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What repairs make of queries, until nothing is left to repair. */
final class RepairTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "username SIMILAR TO 'a%b_c.d' # username MATCHES '^a.*b.c\\.d$'",
                "LOWER(username) NOT SIMILAR TO '(x|y)' # username NOT IMATCHES '^(x|y)$'",
                "username REGEXP '^a|b$' # username MATCHES '.*(^a|b$).*'",
                "username REGEXP '^ab' # username MATCHES '^ab.*'",
                "username NOT ILIKE ANY ('a%', 'b%') # NOT (username ILIKE 'a%' OR username ILIKE 'b%')",
                "sourceip NOT LIKE '192.168.1.%' # NOT INCIDR('192.168.1.0/24', sourceip)",
                "\"SourceIp\" LIKE '10.%' # INCIDR('10.0.0.0/8', \"SourceIp\")",
                "INCIDR(sourceip, '10.0.0.0/8') # INCIDR('10.0.0.0/8', sourceip)",
                "LONG(SPLIT(\"SourceIp\", '.', 0)) = 192 AND LONG(SPLIT(\"SourceIp\", '.', 1)) = 168"
                        + " # INCIDR('192.168.0.0/16', \"SourceIp\")",
                "\"Image\" ILIKE '%cmd.exe' # \"Image\" ILIKE '%\\cmd.exe'",
                "\"Process Name\" ILIKE '%cmd.exe%' # \"Process Name\" ILIKE 'cmd.exe'",
                "\"Image\" IMATCHES '.*(cmd\\.exe|pwsh\\.exe)' # \"Image\" IMATCHES '.*\\\\(cmd\\.exe|pwsh\\.exe)'",
                "\"CommandLine\" LIKE '%\\\\a\\\\b%' # \"CommandLine\" LIKE '%\\a\\b%'",
                "\"CommandLine\" IMATCHES 'evil\\.example' # \"CommandLine\" IMATCHES '.*evil\\.example.*'",
                "\"CommandLine\" IMATCHES '%evil%' # \"CommandLine\" ILIKE '%evil%'",
                "LOWER(username) = 'Bob' # LOWER(username) = 'bob'",
                "LOGSOURCETYPEID IN (12) # devicetype IN (12)",
                "LOGSOURCETYPEID(logsourceid) = 12 # devicetype = 12",
                "LOGSOURCETYPENAME(logsourceid) = 'x' # LOGSOURCETYPENAME(devicetype) = 'x'",
                "qid IN (4624, '4688') # \"Event ID\" IN ('4624', '4688')",
                "payload ILIKE '%x%' # UTF8(payload) ILIKE '%x%'",
                "LENGTH(username) > 3 # STRLEN(username) > 3",
                "REPLACE(username, 'a.b', 'c') = 'x' # REPLACEALL('a\\.b', username, 'c') = 'x'",
                "starttime > NOW() - 3600 # starttime > NOW() - 3600000",
                "starttime > NOW() - INTERVAL '2' HOUR # starttime > NOW() - 7200000",
                "username ISNOT NULL # username IS NOT NULL",
                "e.username = 'x' # username = 'x'",
            })
    void conditions(String written, String meant) {
        String query = "SELECT username FROM events WHERE %s LAST 1 HOURS";
        String repaired = Compiling.repaired(query.formatted(written));
        assertThat(repaired).isEqualTo(query.formatted(meant));
        assertThat(Compiling.compile(repaired).plan())
                .as(() -> Compiling.rendered(Compiling.compile(repaired)))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "SELECT DISTINCT username, qid FROM events WHERE qid > 1 LAST 1 HOURS"
                        + " # SELECT username, qid FROM events WHERE qid > 1 GROUP BY username, qid LAST 1 HOURS",
                "SELECT COUNT(DISTINCT username) FROM events LAST 1 HOURS"
                        + " # SELECT UNIQUECOUNT(username) FROM events LAST 1 HOURS",
                "SELECT qid FROM events WHERE starttime > NOW() - 7*86400000"
                        + " # SELECT qid FROM events WHERE starttime > NOW() - 7*86400000 LAST 7 DAYS",
                "SELECT username, COUNT(*) FROM events LAST 2 DAYS GROUP BY username"
                        + " # SELECT username, COUNT(*) FROM events GROUP BY username LAST 2 DAYS",
                "SELECT qid FROM events LAST 2 DAYS ORDER BY qid LIMIT 5"
                        + " # SELECT qid FROM events ORDER BY qid LIMIT 5 LAST 2 DAYS",
                "SELECT qid FROM events WHERE LAST 1 HOUR AND qid > 70000"
                        + " # SELECT qid FROM events WHERE qid > 70000 LAST 1 HOURS",
                "SELECT DATEFORMAT(starttime/1000, 'YYYY-MM') AS t FROM events LAST 1 HOURS;"
                        + " # SELECT DATEFORMAT(starttime, 'yyyy-MM') AS t FROM events LAST 1 HOURS",
                "SELECT eventname, HOUR(starttime) AS h FROM events LAST 1 HOURS"
                        + " # SELECT QIDNAME(qid), LONG(DATEFORMAT(starttime, 'H')) AS h FROM events LAST 1 HOURS",
            })
    void queries(String written, String meant) {
        String repaired = Compiling.repaired(written);
        assertThat(repaired).isEqualTo(meant);
        assertThat(Compiling.compile(repaired).plan()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "\"Image\" ILIKE '%\\cmd.exe'",
                "\"CommandLine\" LIKE '%\\\\server\\share%'",
                "\"CommandLine\" LIKE '\\\\server%'",
                "\"CommandLine\" ILIKE '%rundll32.exe%'",
                "\"TargetFilename\" ILIKE '%.application'",
                "username MATCHES '[a-z]{3}[0-9]+'",
                "username MATCHES '^.bob.$'",
                "username IMATCHES '.*(a|b).*'",
                "starttime > NOW() - 86400000",
                "LOWER(username) LIKE '%abc%'",
                "UPPER(username) = 'ABC'",
                "qid = 5001829",
                "DATEFORMAT(starttime, 'YYYY-ww') = '2024-01'",
                "username = 'O''Neil' AND hasOffense = 'true' AND devicetype='12' AND NOT isunparsed",
                "SourceIP IN ('192.0.2.1', '::1') AND \"destinationip\" = '0.0.0.0'",
            })
    void whatIsRightIsLeftAlone(String condition) {
        assertThat(Compiling.found("SELECT username FROM events WHERE " + condition + " LAST 1 HOURS"))
                .isEmpty();
    }
}
