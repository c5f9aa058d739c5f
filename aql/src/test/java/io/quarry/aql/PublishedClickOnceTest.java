package io.quarry.aql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.plan.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A published detection, with all that is wrong with it. */
final class PublishedClickOnceTest {
    private static final String QUERY = query();

    @Test
    void everyDefectIsReportedAtItsPlace() {
        assertThat(places("SIMILAR_TO")).containsExactly("14: SIMILAR TO", "42: SIMILAR TO");
        assertThat(places("SPLIT"))
                .containsExactly("24: SPLIT(\"DestinationIp\", '.', 1)", "25: SPLIT(\"DestinationIp\", '.', 2)");
        assertThat(places("DOUBLED_BACKSLASH"))
                .containsExactly(
                        "29: '%\\\\temp\\\\%'",
                        "30: '%\\\\tmp\\\\%'",
                        "31: '%\\\\downloads\\\\%'",
                        "55: '%\\\\temp\\\\%'",
                        "56: '%\\\\tmp\\\\%'",
                        "56: '%\\\\downloads\\\\%'");
        assertThat(places("TIME_IN_WHERE_ONLY")).containsExactly("38: starttime > NOW() - 86400000");
        assertThat(places("LABEL_FILTER_MISMATCH")).hasSize(1).allMatch(place -> place.startsWith("51: NOT ("));
        assertThat(places("UNANCHORED_PATTERN"))
                .contains(
                        "13: '%dfsvc.exe%'",
                        "16: '%rundll32.exe%'",
                        "27: '%.appref-ms%'",
                        "27: '%.application%'",
                        "49: '%dfsvc.exe%'",
                        "54: '%.application%'");
        assertThat(places("ADDRESS_AS_TEXT")).hasSize(6);
        assertThat(places("CUSTOM_PROPERTY")).hasSize(6);
    }

    @Test
    void onlyWhatAqlLacksIsAnError() {
        assertThat(Compiling.compile(QUERY).diagnostics().stream()
                        .filter(Diagnostic::isError)
                        .map(diagnostic -> diagnostic.code().name())
                        .distinct())
                .containsExactly("SIMILAR_TO", "SPLIT");
    }

    @Test
    void repairedItCompilesWithoutAnotherWordAndSaysWhatWasMeant() {
        String repaired = Compiling.repaired(QUERY);
        assertThat(Compiling.found(repaired)).isEmpty();
        assertThat(Compiling.compile(repaired).plan()).isPresent();
        String names = "\"Image\" IMATCHES '.*\\\\(cmd\\.exe|powershell\\.exe|pwsh\\.exe|mshta\\.exe|wscript\\.exe|"
                + "cscript\\.exe|regsvr32\\.exe|rundll32\\.exe|certutil\\.exe|bitsadmin\\.exe|msbuild\\.exe|csc\\.exe|"
                + "installutil\\.exe)'";
        assertThat(occurrences(repaired, names)).isEqualTo(2);
        assertThat(occurrences(repaired, "INCIDR('172.16.0.0/12', \"DestinationIp\")"))
                .isEqualTo(2);
        assertThat(occurrences(repaired, "INCIDR('10.0.0.0/8', \"DestinationIp\")"))
                .isEqualTo(2);
        assertThat(occurrences(repaired, "LIKE '%\\temp\\%'")).isEqualTo(2);
        assertThat(repaired).endsWith("ORDER BY starttime DESC\nLAST 24 HOURS\n");
    }

    private static List<String> places(String code) {
        return Compiling.compile(QUERY).diagnostics().stream()
                .filter(diagnostic -> diagnostic.code().name().equals(code))
                .map(diagnostic -> diagnostic.source().line(diagnostic.span().start()) + ": "
                        + diagnostic.source().slice(diagnostic.span()))
                .toList();
    }

    private static int occurrences(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    private static String query() {
        try (InputStream in = PublishedClickOnceTest.class.getResourceAsStream("clickonce-published.aql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
