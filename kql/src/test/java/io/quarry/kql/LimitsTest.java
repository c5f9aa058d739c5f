package io.quarry.kql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.plan.CommonCode;
import io.quarry.plan.Compilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class LimitsTest {
    @ParameterizedTest
    @ValueSource(strings = {"(", "-(", "tolower(", "dynamic([", "T | where (", "not(", "d[", "union (", "iff(b, "})
    void deepNestingIsRefusedNotFatal(String opening) {
        assertThat(codes(Queries.compile("T | where s == " + opening.repeat(10_000))))
                .contains("LIMIT");
    }

    @Test
    void deepNestingThatIsClosedIsRefusedOnce() {
        String query = "T | where " + "(".repeat(10_000) + "b" + ")".repeat(10_000) + " | project nosuch";
        assertThat(codes(Queries.compile(query))).containsExactly("LIMIT", "UNKNOWN_COLUMN");
    }

    @Test
    void longChainsOfAdditionsAreRefused() {
        assertThat(codes(Queries.compile("T | where i == 1" + " + 1".repeat(100_000))))
                .containsExactly(CommonCode.LIMIT.name());
    }

    @Test
    void fiveMegabytesOfAlternativesAreRead() {
        Compilation compilation = Queries.compile("T | where s == 'a'" + " or s has 'abc'".repeat(333_000));
        assertThat(compilation.diagnostics()).isEmpty();
    }

    @Test
    void tenMegabytesInOneListAreRead() {
        Compilation compilation = Queries.compile("T | where s in ('a'" + ", 'abcdefgh'".repeat(850_000) + ")");
        assertThat(compilation.diagnostics()).isEmpty();
    }

    @Test
    void tenMegabytesOfBlanksAreRead() {
        assertThat(Queries.compile("T" + "\u00A0\n".repeat(5_000_000) + "| count")
                        .diagnostics())
                .isEmpty();
    }

    @Test
    void variablesThatDoubleAreRefused() {
        StringBuilder query = new StringBuilder("let a0 = T;");
        for (int i = 1; i < 60; i++) {
            query.append("let a" + i + " = union a" + (i - 1) + ", a" + (i - 1) + ";");
        }
        assertThat(codes(Queries.compile(query + "a59"))).contains("LIMIT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "let f = (x: long) { f(x) }; T | extend y = f(l)",
                "let f = () { f() }; f()",
                "let f = () { f | take 1 }; f",
            })
    void functionsDoNotSeeThemselves(String query) {
        assertThat(codes(Queries.compile(query))).isNotEmpty();
    }

    @Test
    void functionsThatDoubleAreRefused() {
        StringBuilder query = new StringBuilder("let f0 = (x: long) { x };");
        for (int i = 1; i < 60; i++) {
            query.append("let f" + i + " = (x: long) { f" + (i - 1) + "(x) + f" + (i - 1) + "(x) };");
        }
        assertThat(codes(Queries.compile(query + "print f59(1)"))).contains("LIMIT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "T | where l == "})
    void longChainsOfFunctionsAreRefused(String before) {
        StringBuilder query = new StringBuilder("let f0 = (x: long) { x };");
        for (int i = 1; i < 10_000; i++) {
            query.append("let f" + i + " = (x: long) { f" + (i - 1) + "(x) };");
        }
        assertThat(codes(Queries.compile(query + before + "f9999(1)"))).isNotEmpty();
    }

    @Test
    void longChainsOfVariablesAreRefusedOrRead() {
        StringBuilder query = new StringBuilder("let a0 = T;");
        for (int i = 1; i < 30_000; i++) {
            query.append("let a" + i + " = a" + (i - 1) + " | where l > 1;");
        }
        assertThat(codes(Queries.compile(query + "a29999"))).contains("LIMIT");
    }

    private static java.util.List<String> codes(Compilation compilation) {
        return compilation.diagnostics().stream()
                .map(diagnostic -> diagnostic.code().name())
                .toList();
    }
}
