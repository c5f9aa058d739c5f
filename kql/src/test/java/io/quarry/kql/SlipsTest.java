package io.quarry.kql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.plan.Diagnostic;
import io.quarry.plan.Repair;
import io.quarry.plan.TextEdit;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '§',
            value = {
                "T | where s contans 'x' → T | where s contains 'x'",
                "T | where s !startwith 'x' → T | where s !startswith 'x'",
                "T | where s = 'a' → T | where s == 'a'",
                "T | where s = 'a' AND l = 1 → T | where s == 'a' and l == 1",
                "T | where (s = 'a' && l = 1) || l =! 2 → T | where (s == 'a' and l == 1) or l != 2",
                "T | where s not contains 'a' or s NOT IN ('b') → T | where s !contains 'a' or s !in ('b')",
                "T | where s is null or tolower(s) IS NOT NULL → T | where isempty(s) or isnotempty(tolower(s))",
                "T | where s LIKE '%x%' or s not like 'x%' → T | where s contains 'x' or s !startswith 'x'",
                "T | where s LIKE '%x' or s LIKE 'x' → T | where s endswith 'x' or s =~ 'x'",
                "T | where s matches 'x.*' → T | where s matches regex 'x.*'",
                "T | where !(s == 'a') and not l == 1 → T | where not(s == 'a') and not(l == 1)",
                "T | where s has_any 'a', 'b' → T | where s has_any ('a', 'b')",
                "T | where s in ['a', 'b'] or l in 1 → T | where s in ('a', 'b') or l in (1)",
                "T | where l between 1 and 3 → T | where l between (1 .. 3)",
                "T | where l between 1 .. 3 → T | where l between (1 .. 3)",
                "T where l > 1 | project s take 1 → T | where l > 1 | project s | take 1",
                "T | Where l > 1 | wheer l > 2 → T | where l > 1 | where l > 2",
                "T | summarize count(*) → T | summarize count()",
                "T | where s == “a” or s == ‘b’ or s == `c` → T | where s == \"a\" or s == 'b' or s == 'c'",
                "T | where s == null or null != l and isnull(r) → T | where isempty(s) or isnotnull(l) and isnull(r)",
                "T | summarize count by s → T | summarize count() by s",
                "T | where s contains ('a', 'b') → T | where (s contains 'a' or s contains 'b')",
                "T | where s !has_cs ('a', tolower('B')) → T | where (s !has_cs 'a' and s !has_cs tolower('B'))",
                "T | where s has ('a', 'b') or s != ('a', 'b') → T | where s has_any ('a', 'b') or s !in ('a', 'b')",
                "T | project s l, t → T | project s, l, t",
                "T | where s in ('a' 'b', s) → T | where s in ('a', 'b', s)",
                "T || where l > 1 || take 1 → T | where l > 1 | take 1",
                "T | where t > '2026-03-11' → T | where t > datetime(2026-03-11)",
                "T | where ts between ('1h' .. '02:00:00') → T | where ts between (timespan(1h) .. timespan(02:00:00))",
                "T | where s == ‘C:\\Temp’ → T | where s == @'C:\\Temp'",
            })
    void theRepairSaysWhatWasMeant(String written, String meant) {
        assertThat(repaired(written)).isEqualTo(meant);
        assertThat(Queries.problems(meant)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '§',
            value = {
                "/* a¶ b */ T /* c */ | take 1 → // a¶//  b ¶ T // c ¶ | take 1",
                "/* a */¶T → // a ¶T",
                "# a¶T → // a¶T",
                "let x = 1¶T | take x → let x = 1;¶T | take x"
            })
    void theRepairOfLinesSaysWhatWasMeant(String written, String meant) {
        theRepairSaysWhatWasMeant(written.replace('¶', '\n'), meant.replace('¶', '\n'));
    }

    private static String repaired(String written) {
        List<TextEdit> edits = Queries.compile(written).diagnostics().stream()
                .flatMap((Diagnostic diagnostic) -> diagnostic.repair().stream())
                .map(Repair::edits)
                .flatMap(List::stream)
                .toList();
        return TextEdit.apply(written, edits);
    }
}
