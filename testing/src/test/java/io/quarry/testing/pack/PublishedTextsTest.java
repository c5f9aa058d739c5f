package io.quarry.testing.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.detect.pack.Pack;
import io.quarry.detect.pack.Packs;
import io.quarry.detect.rule.RuleFiles;
import io.quarry.detect.rule.SourceFiles;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published texts of the ClickOnce pack: unchanged, and with the defects that the pack lists. */
class PublishedTextsTest {
    private final Path published = ClickOncePack.folder().resolve("published");

    @Test
    void everyDefectIsReportedAtItsPlace() throws IOException {
        List<String> expected = Files.readAllLines(published.resolve("expected.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        Pack pack = Packs.read(ClickOncePack.folder());

        List<String> found = new ArrayList<>();
        for (Pack.PublishedFile file : pack.published()) {
            SourceText source = SourceFiles.read(pack.folder().resolve(file.file()));
            RuleFiles.diagnostics(file.platform(), source).forEach(diagnostic -> found.add(line(diagnostic)));
        }

        assertThat(found).containsExactlyElementsOf(expected);
    }

    @Test
    void textsAreAsTheyWerePublished() throws IOException, NoSuchAlgorithmException {
        assertThat(sha256("defender.kql"))
                .isEqualTo("65d138923332c52956857d23f63e0e9bb04b151eff79c4a4e59b7c7814ac90a7");
        assertThat(sha256("qradar.aql")).isEqualTo("62dd9735ea7e1787bc569c1a8648e12e66c96bc16cc721b114971cbd81e8bc91");
    }

    private String sha256(String file) throws IOException, NoSuchAlgorithmException {
        byte[] content = Files.readAllBytes(published.resolve(file));
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static String line(Diagnostic diagnostic) {
        SourceText source = diagnostic.source();
        int start = diagnostic.span().start();
        return Path.of(source.name()).getFileName() + ":" + source.line(start) + ":" + source.column(start) + " "
                + diagnostic.code().name();
    }
}
