package io.quarry.aql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Texts in the style of the community: what is left out, misspelt, another language's or copied with the query. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "SELECT username, COUNT(*) FROM events WHERE (username = 'admin' LAST 24 HOURS"
                        + " # SELECT username, COUNT(*) FROM events WHERE (username = 'admin') LAST 24 HOURS",
                "SELECT username FROM events WHERE username = 'admin LAST 24 HOURS"
                        + " # SELECT username FROM events WHERE username = 'admin' LAST 24 HOURS",
                "SELECT username FROM events WHERE username = admin' LAST 24 HOURS"
                        + " # SELECT username FROM events WHERE username = 'admin' LAST 24 HOURS",
                "SELECT username FROM events WHERE username = 'admin') LAST 24 HOURS"
                        + " # SELECT username FROM events WHERE username = 'admin' LAST 24 HOURS",
                "SELECT CASE WHEN username = 'admin' THEN 1 ELSE 0 FROM events LAST 24 HOURS"
                        + " # SELECT CASE WHEN username = 'admin' THEN 1 ELSE 0 END FROM events LAST 24 HOURS",
                "SELECT CASE WHEN username = 'admin' 1 ELSE 0 END AS x FROM events LAST 24 HOURS"
                        + " # SELECT CASE WHEN username = 'admin' THEN 1 ELSE 0 END AS x FROM events LAST 24 HOURS",
                "SELECT CASE username = 'admin' THEN 1 ELSE 0 END AS x FROM events LAST 24 HOURS"
                        + " # SELECT CASE WHEN username = 'admin' THEN 1 ELSE 0 END AS x FROM events LAST 24 HOURS",
                "SELECT CASE WHEN username = 'admin' THEN 1, WHEN username = 'root' THEN 2 ELSE 0 END AS x FROM events LAST 24 HOURS"
                        + " # SELECT CASE WHEN username = 'admin' THEN 1 WHEN username = 'root' THEN 2 ELSE 0 END AS x FROM events LAST 24 HOURS",
                "SELECT CASE WHEN username = 'admin' THEN 1 ELSEIF username = 'root' THEN 2 ELSE 0 END AS x FROM events LAST 24 HOURS"
                        + " # SELECT CASE WHEN username = 'admin' THEN 1 WHEN username = 'root' THEN 2 ELSE 0 END AS x FROM events LAST 24 HOURS",
                "SELECT CASE WHEN username = 'admin' THEN 1 ELSE 0 END CASE AS x FROM events LAST 24 HOURS"
                        + " # SELECT CASE WHEN username = 'admin' THEN 1 ELSE 0 END  AS x FROM events LAST 24 HOURS",
                "SELECT IF username = 'admin' THEN 1 ELSE 0 END AS x FROM events LAST 24 HOURS"
                        + " # SELECT IF username = 'admin' THEN 1 ELSE 0  AS x FROM events LAST 24 HOURS",
                "SELECT username FROM events WHERE username LIKE ('a%','b%') LAST 24 HOURS"
                        + " # SELECT username FROM events WHERE (username LIKE 'a%' OR username LIKE 'b%') LAST 24 HOURS",
                "SELECT username FROM events WHERE username ILIKE IN ('a%','b%') LAST 24 HOURS"
                        + " # SELECT username FROM events WHERE (username ILIKE 'a%' OR username ILIKE 'b%') LAST 24 HOURS",
                "SELECT username FROM events WHERE username LIKE 'a%' OR 'b%' LAST 24 HOURS"
                        + " # SELECT username FROM events WHERE username LIKE 'a%' OR username LIKE 'b%' LAST 24 HOURS",
                "SELECT username FROM events WHERE 1024 < sourceport < 65535 LAST 24 HOURS"
                        + " # SELECT username FROM events WHERE (1024 < sourceport AND sourceport < 65535) LAST 24 HOURS",
                "SELECT username FROM events WHERE sourceport BETWEEN 1 - 1024 LAST 24 HOURS"
                        + " # SELECT username FROM events WHERE sourceport BETWEEN 1 AND 1024 LAST 24 HOURS",
                "SELECT username FROM events WHERE sourceport IN (1..1024) LAST 24 HOURS"
                        + " # SELECT username FROM events WHERE sourceport BETWEEN 1 AND 1024 LAST 24 HOURS",
                "SELECT username FROM events WHERE sourceport IN 1..1024 LAST 24 HOURS"
                        + " # SELECT username FROM events WHERE sourceport BETWEEN 1 AND 1024 LAST 24 HOURS",
                "SELECT SUBSTRING(username FROM 1 FOR 3) FROM events LAST 24 HOURS"
                        + " # SELECT SUBSTRING(username, 0, 3) FROM events LAST 24 HOURS",
                "SELECT SUBSTRING(username FROM 1) FROM events LAST 24 HOURS"
                        + " # SELECT SUBSTRING(username, 0) FROM events LAST 24 HOURS",
                "SELECT TRIM(BOTH ' ' FROM username) FROM events LAST 24 HOURS"
                        + " # SELECT REPLACEALL('^ +| +$', username, '') FROM events LAST 24 HOURS",
                "SELECT POSITION('a' IN username) FROM events LAST 24 HOURS"
                        + " # SELECT (STRPOS(username, 'a') + 1) FROM events LAST 24 HOURS",
                "SELECT username FROM events WHERE username MATCHES /^adm.*/i LAST 24 HOURS"
                        + " # SELECT username FROM events WHERE username IMATCHES '^adm.*' LAST 24 HOURS",
                "SELECT username FROM events WHERE SEARCH 'mimikatz' LAST 24 HOURS"
                        + " # SELECT username FROM events WHERE TEXT SEARCH 'mimikatz' LAST 24 HOURS",
                "SELECT username FROM events WHERE TEXT SEARCH mimikatz LAST 24 HOURS"
                        + " # SELECT username FROM events WHERE TEXT SEARCH 'mimikatz' LAST 24 HOURS",
                "SELECT username FROM events TEXT SEARCH 'mimikatz' LAST 24 HOURS"
                        + " # SELECT username FROM events WHERE TEXT SEARCH 'mimikatz' LAST 24 HOURS",
                "SELECT username FROM events WHERE TEXTSEARCH 'mimikatz' LAST 24 HOURS"
                        + " # SELECT username FROM events WHERE TEXT SEARCH 'mimikatz' LAST 24 HOURS",
                "SELECT username + '@' + sourceip AS who FROM events LAST 24 HOURS"
                        + " # SELECT CONCAT(username, '@', sourceip) AS who FROM events LAST 24 HOURS",
                "SELECT * FROM events TIMESPAN 24 HOURS # SELECT * FROM events LAST 24 HOURS",
                "SELECT * FROM events WHERE qid > 1 TIMESPAN '24h'"
                        + " # SELECT * FROM events WHERE qid > 1 LAST 24 HOURS",
                "SELECT * FROM events START '2024-01-01 10:00', STOP '2024-01-01 11:00'"
                        + " # SELECT * FROM events START '2024-01-01 10:00' STOP '2024-01-01 11:00'",
                "SELECT * FROM events FROM '2024-01-01 10:00' TO '2024-01-01 11:00'"
                        + " # SELECT * FROM events START '2024-01-01 10:00' STOP '2024-01-01 11:00'",
                "SELECT * FROM events SINCE 1 HOUR AGO # SELECT * FROM events LAST 1 HOURS",
                "SELECT * FROM events EARLIEST=-24h # SELECT * FROM events LAST 24 HOURS",
                "SELECT * FROM events LAST -24h # SELECT * FROM events LAST 24 HOURS",
                "SELECT * FROM events LAST 1.5 HOURS # SELECT * FROM events LAST 90 MINUTES",
                "SELECT * FROM events LAST '24 HOURS' # SELECT * FROM events LAST 24 HOURS",
                "SELECT * FROM events LAST '24' HOURS # SELECT * FROM events LAST 24 HOURS",
                "SELECT * FROM events LAST 24 HOURS 30 MINUTES # SELECT * FROM events LAST 1470 MINUTES",
                "SELECT * FROM events IN LAST 24 HOURS # SELECT * FROM events LAST 24 HOURS",
                "SELECT * FROM events WHERE sourceip = '10.0.0.0/8' LAST 24 HOURS"
                        + " # SELECT * FROM events WHERE INCIDR('10.0.0.0/8', sourceip) LAST 24 HOURS",
                "SELECT * FROM events WHERE sourceip IN ('10.0.0.0/8', '192.168.0.0/16') LAST 24 HOURS"
                        + " # SELECT * FROM events WHERE (INCIDR('10.0.0.0/8', sourceip) OR INCIDR('192.168.0.0/16', sourceip)) LAST 24 HOURS",
                "SELECT * FROM events WHERE sourceip != '10.0.0.0/8' LAST 24 HOURS"
                        + " # SELECT * FROM events WHERE NOT INCIDR('10.0.0.0/8', sourceip) LAST 24 HOURS",
                "SELECT * FROM events WHERE sourceip = '10.0.0.*' LAST 24 HOURS"
                        + " # SELECT * FROM events WHERE INCIDR('10.0.0.0/24', sourceip) LAST 24 HOURS",
                "SELECT * FROM events WHERE sourceip = 10.0.0.0/8 LAST 24 HOURS"
                        + " # SELECT * FROM events WHERE INCIDR('10.0.0.0/8', sourceip) LAST 24 HOURS",
                "SELECT * FROM events WHERE sourceip IN CIDR('10.0.0.0/8') LAST 24 HOURS"
                        + " # SELECT * FROM events WHERE INCIDR('10.0.0.0/8', sourceip) LAST 24 HOURS",
                "SELECT username COUNT(*) FROM events GROUP BY username LAST 24 HOURS"
                        + " # SELECT username, COUNT(*) FROM events GROUP BY username LAST 24 HOURS",
                "SELECT username AS User Name FROM events LAST 24 HOURS"
                        + " # SELECT username AS 'User Name' FROM events LAST 24 HOURS",
                "SELECT * events LAST 24 HOURS # SELECT * FROM events LAST 24 HOURS",
                "SELECT * FORM events LAST 24 HOURS # SELECT * FROM events LAST 24 HOURS",
                "SELCT * FROM events LAST 24 HOURS # SELECT * FROM events LAST 24 HOURS",
                "SELECT * FROM Events WHER username = 'x' LAST 24 HOURS"
                        + " # SELECT * FROM Events WHERE username = 'x' LAST 24 HOURS",
                "SELECT * FROM events WHERE username = 'x' AND LAST 24 HOURS"
                        + " # SELECT * FROM events WHERE username = 'x'  LAST 24 HOURS",
                "SELECT * FROM events WHERE username LIKE adm% LAST 24 HOURS"
                        + " # SELECT * FROM events WHERE username LIKE 'adm%' LAST 24 HOURS",
                "SELECT * FROM events WHERE username LIKE %adm% LAST 24 HOURS"
                        + " # SELECT * FROM events WHERE username LIKE '%adm%' LAST 24 HOURS",
                "SELECT * FROM events WHERE username: admin AND sourceip: 10.0.0.1 LAST 24 HOURS"
                        + " # SELECT * FROM events WHERE username = 'admin' AND sourceip = '10.0.0.1' LAST 24 HOURS",
                "SELECT username from events where username in~ ('a','b') last 24 hours"
                        + " # SELECT username from events where LOWER(username) IN ('a','b') last 24 hours",
                "SELECT username from events where username !contains 'adm' last 24 hours"
                        + " # SELECT username from events where username NOT ILIKE '%adm%' last 24 hours",
                "SELECT e.sourceip, e.username FROM events e WHERE e.username = 'x' LAST 24 HOURS"
                        + " # SELECT sourceip, username FROM events WHERE username = 'x' LAST 24 HOURS",
                "SELECT sourceip FROM events WHERE sourceip IN (SELECT value FROM reference_data.sets('Bad IPs')) LAST 24 HOURS"
                        + " # SELECT sourceip FROM events WHERE REFERENCESETCONTAINS('Bad IPs', sourceip) LAST 24 HOURS",
                "SELECT sourceip FROM events WHERE sourceip NOT IN (SELECT ip FROM reference_set('Bad IPs')) LAST 24 HOURS"
                        + " # SELECT sourceip FROM events WHERE NOT REFERENCESETCONTAINS('Bad IPs', sourceip) LAST 24 HOURS",
                "SELECT sourceip FROM events WHERE sourceip IN REFERENCE SET 'Bad IPs' LAST 24 HOURS"
                        + " # SELECT sourceip FROM events WHERE REFERENCESETCONTAINS('Bad IPs', sourceip) LAST 24 HOURS",
                "SELECT username::text FROM events LAST 24 HOURS # SELECT STR(username) FROM events LAST 24 HOURS",
                "SELECT username FROM events WHERE username = N'admin' LAST 24 HOURS"
                        + " # SELECT username FROM events WHERE username = 'admin' LAST 24 HOURS",
                "SELECT username FROM events WHERE username = 'O\\'Neil' LAST 24 HOURS"
                        + " # SELECT username FROM events WHERE username = 'O''Neil' LAST 24 HOURS",
                "SELECT username FROM events WHERE username IN ('a' 'b') LAST 24 HOURS"
                        + " # SELECT username FROM events WHERE username IN ('a', 'b') LAST 24 HOURS",
                "SELECT username FROM events WHERE username = ('a' OR 'b') LAST 24 HOURS"
                        + " # SELECT username FROM events WHERE username IN ('a', 'b') LAST 24 HOURS",
                "SELECT username FROM events WHERE username = 'a' OR 'b' LAST 24 HOURS"
                        + " # SELECT username FROM events WHERE username = 'a' OR username = 'b' LAST 24 HOURS",
                "SELECT username FROM events WHERE username > = 'a' LAST 24 HOURS"
                        + " # SELECT username FROM events WHERE username >= 'a' LAST 24 HOURS",
                "SELECT username FROM events WHERE sourceport = 80 OR 443 LAST 24 HOURS"
                        + " # SELECT username FROM events WHERE sourceport = 80 OR sourceport = 443 LAST 24 HOURS",
                "SELECT username FROM events IF username = 'a' LAST 24 HOURS"
                        + " # SELECT username FROM events WHERE username = 'a' LAST 24 HOURS",
                "SELECT username FROM events GROUPBY username LAST 24 HOURS"
                        + " # SELECT username FROM events GROUP BY username LAST 24 HOURS",
                "SELECT LOWER(username FROM events LAST 24 HOURS # SELECT LOWER(username) FROM events LAST 24 HOURS",
                "SELECT username FROM events WHERE username = \\\"admin\\\" LAST 24 HOURS"
                        + " # SELECT username FROM events WHERE username = 'admin' LAST 24 HOURS",
                "SELECT username FROM events\\nWHERE username = 1\\nLAST 24 HOURS"
                        + " # SELECT username FROM events WHERE username = 1 LAST 24 HOURS",
            })
    void slips(String written, String meant) {
        String repaired = Compiling.repaired(written);
        assertThat(repaired).isEqualTo(meant);
        assertThat(Compiling.compile(repaired).plan()).isPresent();
    }

    /** What is meant is not clear, so that a repair would be a guess. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "starttime + '1 day' > NOW()",
                "username = 'a' OR 5",
                "(username = 'a' OR qid = 1 AND qid = 2",
                "username = 'a' OR qid = 1 AND qid = 2)",
                "username = 'bob and eve",
                "username = 'a', qid = 1",
                "sourceip IN (SELECT ip FROM reference_data.sets('S') WHERE ip > 5)",
            })
    void whatIsNotClearIsNotRepaired(String condition) {
        String query = "SELECT username FROM events WHERE " + condition + " LAST 1 HOURS";
        assertThat(Compiling.compile(Compiling.repaired(query)).plan()).isEmpty();
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
