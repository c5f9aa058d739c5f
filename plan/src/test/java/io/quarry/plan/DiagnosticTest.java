package io.quarry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiagnosticTest {
    @Test
    void renderingShowsPlaceLineAndHint() {
        SourceText source = new SourceText("q.kql", "T\n| where Nmae == 1\n");
        Diagnostic diagnostic =
                Diagnostic.of(CommonCode.SYNTAX, source, new Span(10, 14), "no column 'Nmae'", "did you mean 'Name'?");
        assertThat(diagnostic.render()).isEqualTo("""
                        q.kql:2:9: no column 'Nmae' [SYNTAX]
                          | | where Nmae == 1
                                    ^^^^
                          hint: did you mean 'Name'?
                        """);
    }

    @Test
    void aLongLineIsCutAroundThePlace() {
        String text = "x".repeat(5_000) + "HERE" + "y".repeat(5_000);
        String rendered = Diagnostic.of(CommonCode.SYNTAX, new SourceText("q", text), new Span(5_000, 5_004), "m")
                .render();
        assertThat(rendered).contains("HERE").hasSizeLessThan(500);
        String[] lines = rendered.split("\n");
        assertThat(lines[1].substring(lines[2].indexOf('^'), lines[2].lastIndexOf('^') + 1))
                .isEqualTo("HERE");
    }

    @Test
    void caretsStandUnderWideCharacters() {
        SourceText source = new SourceText("q", "print '名前😀', \u202e\u001bNmae");
        assertThat(Diagnostic.of(CommonCode.SYNTAX, source, new Span(16, 20), "m")
                        .render())
                .isEqualTo("""
                        q:1:17: m [SYNTAX]
                          | print '名前😀',   Nmae
                        %s^^^^
                        """.formatted(" ".repeat(4 + 18)));
    }

    @Test
    void aPlaceAtTheVeryEndStillHasACaret() {
        assertThat(Diagnostic.of(CommonCode.SYNTAX, new SourceText("q", "ab"), new Span(2, 2), "m")
                        .render())
                .contains("^");
    }
}
