package io.quarry.kql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Platform;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each code has a page, whose first example is reported under the code and whose second one compiles. */
final class DiagnosticPagesTest {
    private static final Pattern EXAMPLE = Pattern.compile("```kql\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @EnumSource(KqlCode.class)
    void examplesAreTrue(KqlCode code) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "diagnostics", code.name() + ".md"));
        List<String> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(page);
        while (matcher.find()) {
            examples.add(matcher.group(1));
        }
        assertThat(examples).hasSize(2);
        assertThat(codes(examples.get(0))).containsExactly(code.name());
        assertThat(codes(examples.get(1))).isEmpty();
    }

    private static List<String> codes(String query) {
        return Kql.compile(new SourceText("query", query), KqlCatalog.of(Platform.DEFENDER)).diagnostics().stream()
                .map(Diagnostic::code)
                .map(code -> code.name())
                .toList();
    }
}
