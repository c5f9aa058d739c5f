package io.quarry.sigma.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.plan.CommonCode;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
    @Test
    void scalarsKeepTheTextThatWasWritten() {
        Yaml.Mapping map = map("a: 0x10\nb: false\nc: 2026-01-02\nd: 'null'\ne: 007\n");

        assertThat(map.entries().stream().map(entry -> ((Yaml.Scalar) entry.value()).text()))
                .containsExactly("0x10", "false", "2026-01-02", "null", "007");
        assertThat(map.entries()).noneMatch(entry -> ((Yaml.Scalar) entry.value()).isNull());
    }

    @Test
    void unquotedNullAndNothingAreNull() {
        Yaml.Mapping map = map("a: null\nb: ~\nc:\nd: ''\n");

        assertThat(map.entries().stream().map(entry -> ((Yaml.Scalar) entry.value()).isNull()))
                .containsExactly(true, true, true, false);
    }

    @Test
    void spansCountUtf16CodeUnits() {
        String text = "# \uD83D\uDE00\nkey: '\uD83D\uDE00x'\nnext: v\n";
        Yaml.Mapping map = map(text);

        Yaml.Entry next = map.entry("next").orElseThrow();
        assertThat(text.substring(next.key().span().start(), next.key().span().end()))
                .isEqualTo("next");
        Yaml.Scalar emoji = (Yaml.Scalar) map.get("key").orElseThrow();
        assertThat(text.substring(emoji.part(2, 3).start(), emoji.part(2, 3).end()))
                .isEqualTo("x");
    }

    @Test
    void damagedDocumentCostsThatDocumentOnly() {
        YamlFile file = read("a: 1\n---\nb: [1, 2\n---\nc: 3\n");

        assertThat(file.documents()).hasSize(2);
        assertThat(file.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo(CommonCode.SYNTAX);
            assertThat(diagnostic.source().line(diagnostic.span().start())).isBetween(3, 4);
        });
    }

    @Test
    void documentMarkersInsideScalarsAreText() {
        YamlFile file = read("a: |\n  ---\n  ...\nb: '--- x'\n");

        assertThat(file.documents()).hasSize(1);
        assertThat(file.diagnostics()).isEmpty();
    }

    @Test
    void commentsAndDirectivesAreNoDocuments() {
        YamlFile file = read("# licence\n%YAML 1.2\n---\na: 1\n...\n# more\n%YAML 1.2\n---\nb: 2\n---\n");

        assertThat(file.documents()).hasSize(2);
        assertThat(file.diagnostics()).isEmpty();
    }

    @Test
    void aliasesStandForWhatTheyName() {
        Yaml.Mapping map = map("a: &x [1, 2]\nb: *x\n");

        assertThat(map.get("b")).isEqualTo(map.get("a"));
    }

    @Test
    void aliasBombIsRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String alias = "*a" + (i - 1);
            bomb.append(
                    "a" + i + ": &a" + i + " [" + String.join(", ", java.util.Collections.nCopies(10, alias)) + "]\n");
        }

        assertThat(read(bomb.toString()).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(CommonCode.LIMIT);
    }

    @Test
    void aliasInsideItsOwnAnchorIsRefused() {
        assertThat(read("a: &x [*x]\n").diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(CommonCode.SYNTAX);
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(read("a: " + "[".repeat(100_000)).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(CommonCode.LIMIT);
    }

    @Test
    void longTextIsRefused() {
        assertThat(read("a".repeat(YamlReader.LONGEST + 1)).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(CommonCode.LIMIT);
    }

    @Test
    void repeatedKeyIsReportedAtTheSecond() {
        YamlFile file = read("a: 1\na: 2\n");

        assertThat(file.documents()).isEmpty();
        assertThat(file.diagnostics())
                .singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.span().start()).isEqualTo(5));
    }

    @Test
    void controlCharacterIsReportedWithItsPlace() {
        assertThat(read("a: b\u0001\n").diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.message()).contains("U+0001");
            assertThat(diagnostic.span().start()).isEqualTo(4);
        });
    }

    private static Yaml.Mapping map(String text) {
        YamlFile file = read(text);
        assertThat(file.diagnostics()).isEmpty();
        List<Yaml> documents = file.documents();
        assertThat(documents).hasSize(1);
        return (Yaml.Mapping) documents.get(0);
    }

    private static YamlFile read(String text) {
        return YamlReader.read(new SourceText("test.yml", text));
    }
}
