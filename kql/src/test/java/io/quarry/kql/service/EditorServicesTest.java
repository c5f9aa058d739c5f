package io.quarry.kql.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Platform;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditorServicesTest {
    private static final KqlCatalog CATALOG = KqlCatalog.of(Platform.DEFENDER);

    @Test
    void wordsHaveTheColoursOfWhatTheyAre() {
        assertThat(
                        colours(
                                "let v = 3h; // c\nDeviceEvents | project-away A1 | where tolower(FileName) has 'x' and v > 1h"))
                .containsExactly(
                        "let KEYWORD",
                        "v VARIABLE",
                        "= PUNCTUATION",
                        "3h NUMBER",
                        "; PUNCTUATION",
                        "// c COMMENT",
                        "DeviceEvents TABLE",
                        "| PUNCTUATION",
                        "project OPERATOR",
                        "- OPERATOR",
                        "away OPERATOR",
                        "A1 ERROR",
                        "| PUNCTUATION",
                        "where OPERATOR",
                        "tolower FUNCTION",
                        "( PUNCTUATION",
                        "FileName COLUMN",
                        ") PUNCTUATION",
                        "has KEYWORD",
                        "'x' STRING",
                        "and KEYWORD",
                        "v VARIABLE",
                        "> PUNCTUATION",
                        "1h NUMBER");
    }

    @Test
    void wordsAreExplained() {
        String text =
                "let n = 3; DeviceEvents | mv-expand x = split(FileName, 'a') | where FileName !has 'y' and n in~ (1)";
        assertThat(title(text, "mv-expand")).startsWith("mv-expand kind=bag|array");
        assertThat(title(text, "expand")).startsWith("mv-expand");
        assertThat(title(text, "split")).startsWith("split(");
        assertThat(title(text, "FileName, ")).isEqualTo("FileName: string");
        assertThat(title(text, "has")).isEqualTo("!has");
        assertThat(title(text, "in~")).startsWith("TEXT in~");
        assertThat(title(text, "n in~")).isEqualTo("n: long");
        assertThat(title(text, "DeviceEvents")).isEqualTo("table DeviceEvents");
        assertThat(Hovers.at(new SourceText("query", text), text.indexOf("'y'"), CATALOG))
                .isEmpty();
        assertThat(Hovers.at(new SourceText("query", ""), 0, CATALOG)).isEmpty();
    }

    @Test
    void repairsAreOfferedWhereTheyBelong() {
        SourceText source = new SourceText("query", "DeviceEvents | where TimeGenerated > ago(1d) and Filename == ''");
        List<QuickFix> all = QuickFixes.in(source, new Span(0, source.text().length()), CATALOG);
        assertThat(all)
                .extracting(QuickFix::title)
                .containsExactly("take Timestamp instead of TimeGenerated", "take FileName instead of Filename");
        assertThat(QuickFixes.in(source, new Span(25, 25), CATALOG)).hasSize(1);
        assertThat(QuickFixes.in(source, new Span(0, 5), CATALOG)).isEmpty();
    }

    private static List<String> colours(String text) {
        SourceText source = new SourceText("query", text);
        return Highlights.of(source, CATALOG).stream()
                .map(part -> source.slice(part.span()) + " " + part.kind())
                .toList();
    }

    private static String title(String text, String word) {
        return Hovers.at(new SourceText("query", text), text.indexOf(word), CATALOG)
                .orElseThrow()
                .title();
    }
}
