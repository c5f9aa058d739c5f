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
