package io.quarry.kql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Platform;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.plan.Compilation;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.SourceText;
import io.quarry.plan.TextEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ClickOnce query as it was published, with its two defects. */
final class PublishedQueryTest {
    private static final Path PUBLISHED = Path.of("..", "packs", "T1127.002-clickonce", "published", "defender.kql");

    @Test
    void bothDefectsAreReportedInOneRun() throws IOException {
        Compilation compilation = compile(Files.readString(PUBLISHED));
        assertThat(compilation.diagnostics())
                .extracting(diagnostic -> diagnostic.code().name())
                .containsExactly("UNKNOWN_COLUMN", "UNION_OPERAND_PIPE");
    }

    @Test
    void defectsAreReportedWhereTheyStand() throws IOException {
        String text = Files.readString(PUBLISHED);
        List<Diagnostic> diagnostics = compile(text).diagnostics();
        Diagnostic column = diagnostics.get(0);
        assertThat(column.span().start()).isEqualTo(text.indexOf("AccountName,\n  FileName = Init"));
        assertThat(column.hints()).anyMatch(hint -> hint.contains("InitiatingProcessAccountName"));
        Diagnostic pipe = diagnostics.get(1);
        assertThat(pipe.span().start()).isEqualTo(text.indexOf("| project", text.lastIndexOf("DfshimAbuse")));
        assertThat(pipe.message()).contains("'DfsvcNetwork'", "'ApprefInStartup'");
    }

    @Test
    void repairedQueryCompiles() throws IOException {
        String text = Files.readString(PUBLISHED);
        List<TextEdit> edits = compile(text).diagnostics().stream()
                .flatMap(diagnostic -> diagnostic.repair().stream())
                .flatMap(repair -> repair.edits().stream())
                .toList();
        Compilation repaired = compile(TextEdit.apply(text, edits));
        assertThat(repaired.diagnostics()).isEmpty();
        assertThat(repaired.orThrow().schema().names())
                .containsExactly(
                        "Timestamp",
                        "DeviceName",
                        "AccountName",
                        "FileName",
                        "ProcessCommandLine",
                        "InitiatingProcessFileName",
                        "InitiatingProcessCommandLine",
                        "DetectionBranch",
                        "RiskScore",
                        "RemoteUrl",
                        "RemoteIP",
                        "RemotePort");
    }

    private static Compilation compile(String text) {
        return Kql.compile(new SourceText("defender.kql", text), KqlCatalog.of(Platform.DEFENDER));
    }
}
