package io.quarry.kql.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.plan.Formatted;
import io.quarry.plan.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatterTest {
    @Test
    void everyPipeBeginsALine() {
        assertThat(formatted("T|where a==1 and b  in('x','y')|project-away a*,b |top 5 by c desc"))
                .isEqualTo("""
                T
                | where a == 1 and b in ('x', 'y')
                | project-away a*, b
                | top 5 by c desc
                """);
    }

    @Test
    void nestedPipesAreIndented() {
        assertThat(
                        formatted(
                                "T | join kind = inner hint.strategy=broadcast (U | where x!has 'a') on $left.a==$right.b | count"))
                .isEqualTo("""
                T
                | join kind=inner hint.strategy=broadcast (
                    U
                    | where x !has 'a'
                ) on $left.a == $right.b
                | count
                """);
    }

    @Test
    void statementsAndBodiesStandOnTheirOwn() {
        assertThat(formatted("let a=1;let f=(T:(s:string),x:long=-1){T|where y==x};\n\n\n\nlet T=U|take 1; f(T, a)"))
                .isEqualTo("""
                let a = 1;
                let f = (T: (s: string), x: long = -1) {
                    T
                    | where y == x
                };

                let T = U
                    | take 1;
                f(T, a)
                """);
    }

    @Test
    void commentsStayWhereTheyAre() {
        assertThat(formatted("  // first\n\nT // of T\n     // before a pipe\n|where a // of where\n or b\n// last"))
                .isEqualTo("""
                // first

                T // of T
                // before a pipe
                | where a // of where
                    or b
                // last
                """);
    }

    @Test
    void linesInsideOfAStepAreKeptAndIndented() {
        assertThat(formatted("T\n|where x in (\n'a'\n,'b'\n)\n|extend y=case(\na, 1,\n  2)"))
                .isEqualTo("""
                T
                | where x in (
                    'a',
                    'b'
                )
                | extend y = case(
                    a, 1,
                    2)
                """);
    }

    @Test
    void aBodyThatHoldsLinesStandsOnLinesOfItsOwn() {
        String laidOut = formatted("let f = (h: long) { toscalar(T | summarize min(d) - h*1h) }; f(1)");
        assertThat(laidOut).isEqualTo("""
                let f = (h: long) {
                    toscalar(
                        T
                        | summarize min(d) - h*1h
                    )
                };
                f(1)
                """);
        assertThat(formatted(laidOut)).isEqualTo(laidOut);
    }

    @Test
    void signsAndStringsAndNamesStayAsTheyAre() {
        assertThat(
                        formatted(
                                "print a=-1,b=2- 3,c=@'x  y|z',d=h'p',e=ago( -1d ),f=dynamic({\"a\":[1,-2]}),g=a.b [0].c,h=x between(1..2)"))
                .isEqualTo(
                        "print a = -1, b = 2 - 3, c = @'x  y|z', d = h'p', e = ago(-1d), f = dynamic({\"a\": [1, -2]}), g = a.b [0].c, h = x between (1 .. 2)\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "// only a comment",
                "T;",
                "T | where",
                "T | where (",
                "print 'a",
                "T | | x",
                "}{",
                "let"
            })
    void oddTextsGiveTextOrErrors(String text) {
        Formatted result = Formatter.format(new SourceText("query", text));
        if (result.errors().isEmpty()) {
            assertThat(formatted(result.text())).isEqualTo(result.text());
        } else {
            assertThat(result.text()).isEqualTo(text);
        }
    }

    private static String formatted(String text) {
        Formatted result = Formatter.format(new SourceText("query", text));
        assertThat(result.errors()).isEmpty();
        return result.text();
    }
}
