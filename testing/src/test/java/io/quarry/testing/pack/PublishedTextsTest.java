package io.quarry.testing.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.aql.Aql;
import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.data.Platform;
import io.quarry.detect.yaml.YamlMap;
import io.quarry.detect.yaml.YamlText;
import io.quarry.kql.Kql;
import io.quarry.kql.KqlCatalog;
import io.quarry.plan.Compilation;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Severity;
import io.quarry.plan.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The published texts have exactly the defects that the pack declares, at the places that it declares. */
final class PublishedTextsTest {
    private static final Path PACK = Path.of("..", "packs", "T1127.002-clickonce");

    @Test
    void publishedTextsHaveTheDeclaredDefects() throws IOException {
        List<YamlMap> published =
                YamlText.read(read(PACK.resolve("detection.yml"))).maps("published");
        assertThat(published).isNotEmpty();
        for (YamlMap text : published) {
            Map<String, List<String>> expected = new TreeMap<>();
            YamlMap declared = text.map("expected");
            declared.keys().forEach(code -> expected.put(code, declared.texts(code)));
            SourceText source = read(PACK.resolve(text.text("file")));
            assertThat(found(compile(text.constant("platform", Platform.class), source)))
                    .as(source.name())
                    .isEqualTo(expected);
        }
    }

    private static Compilation compile(Platform platform, SourceText source) {
        return switch (platform) {
            case DEFENDER, SENTINEL -> Kql.compile(source, KqlCatalog.of(platform));
            case QRADAR -> Aql.compile(source, AqlCatalog.standard());
            case SIGMA -> throw new IllegalArgumentException("no Sigma rule was published: " + source.name());
        };
    }

    /** The places of errors and warnings by code, in the order of the text. */
    private static Map<String, List<String>> found(Compilation compilation) {
        Map<String, List<String>> found = new TreeMap<>();
        for (Diagnostic diagnostic : compilation.diagnostics()) {
            if (diagnostic.code().severity() != Severity.INFO) {
                int start = diagnostic.span().start();
                String place = diagnostic.source().line(start) + ":"
                        + diagnostic.source().column(start);
                found.computeIfAbsent(diagnostic.code().name(), code -> new ArrayList<>())
                        .add(place);
            }
        }
        return found;
    }

    private static SourceText read(Path file) throws IOException {
        return new SourceText(file.toString(), Files.readString(file));
    }
}
