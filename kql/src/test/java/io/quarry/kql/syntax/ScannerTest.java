package io.quarry.kql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.kql.diagnostic.Problems;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScannerTest {
    private static Expression.Literal literal(String text) {
        Problems problems = new Problems(new SourceText("query", "print " + text));
        Statement.Query query = (Statement.Query) QueryParser.parse(problems).get(0);
        assertThat(problems.inOrder()).isEmpty();
        Operator.Print print = (Operator.Print) ((Expression.Leading) query.expression()).operator();
        return (Expression.Literal) print.items().get(0);
    }

    @Test
    void quotedStringsKnowEscapes() {
        assertThat(literal("\"a\\tb\\\\\\\"\\x41\\u00e9\\U0001F600\\101'\"").value())
                .isEqualTo("a\tb\\\"Aé😀A'");
    }

    @Test
    void verbatimStringsKnowDoubledQuotesOnly() {
        assertThat(literal("@'C:\\Temp\\''x'''").value()).isEqualTo("C:\\Temp\\'x'");
    }

    @Test
    void multiLineStringsKeepEverything() {
        assertThat(literal("```a\\n\n\"b\"```").value()).isEqualTo("a\\n\n\"b\"");
        assertThat(literal("~~~a```~~~").value()).isEqualTo("a```");
    }

    @Test
    void obfuscatedStringsAreStrings() {
        assertThat(literal("h@\"a\\b\"").value()).isEqualTo("a\\b");
        assertThat(literal("H'a'").value()).isEqualTo("a");
    }

    @Test
    void adjacentStringsAreOneAlsoAcrossComments() {
        assertThat(literal("\"a\" 'b' // and\n @\"c\"").value()).isEqualTo("abc");
    }

    @Test
    void numbersAndSpans() {
        assertThat(List.of("123", "0x1F", "1.", "1.5e-3", "1.5h", "3ticks", "250ms", "15nanos").stream()
                        .map(text -> literal(text).value())
                        .toList())
                .isEqualTo(List.of(123L, 31L, 1.0, 0.0015, 54_000_000_000L, 3L, 2_500_000L, 0L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0", "\u202F", "\u200B", "\uFEFF", "\r\n", "// comment\r\n"})
    void blanksOfPublishedQueriesAreBlanks(String blank) {
        Problems problems = new Problems(new SourceText("query", "T" + blank + "|" + blank + "count"));
        assertThat(QueryParser.parse(problems)).hasSize(1);
        assertThat(problems.inOrder()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"print \"\\d\"", "print 'abc", "print ```abc", "T \u200D| count", "T | where s === 'a'"})
    void whatIsNoTokenIsReported(String text) {
        Problems problems = new Problems(new SourceText("query", text));
        QueryParser.parse(problems);
        assertThat(problems.inOrder()).extracting(Diagnostic::isError).contains(true);
    }
}
