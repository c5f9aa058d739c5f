package io.quarry.testing.aql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.aql.Aql;
import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.aql.service.Formatter;
import io.quarry.plan.Compilation;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Formatted;
import io.quarry.plan.SourceText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Collected queries mean the same after formatting, and formatting them again changes nothing. */
class FormattedCorpusTest {
    @Test
    void layoutChangesNoMeaning() throws IOException {
        Optional<List<String>> queries = Corpus.queries();
        Assumptions.assumeTrue(queries.isPresent(), "skipped: ../shared is absent");
        SoftAssertions softly = new SoftAssertions();
        int formatted = 0;
        for (String query : queries.get()) {
            Formatted once = format(query);
            if (once.errors().isEmpty()) {
                formatted++;
                softly.assertThat(format(once.text()).text()).isEqualTo(once.text());
                softly.assertThat(meaning(once.text())).as(query).isEqualTo(meaning(query));
            }
        }
        softly.assertAll();
        assertThat(formatted).isGreaterThan(queries.get().size() * 8 / 10);
    }

    private static Formatted format(String text) {
        return Formatter.format(new SourceText("query", text));
    }

    /** The plan, and what is said of the text. */
    private static List<Object> meaning(String text) {
        Compilation compilation = Aql.compile(new SourceText("query", text), AqlCatalog.standard());
        return List.of(
                compilation.plan(),
                compilation.diagnostics().stream().map(Diagnostic::message).toList());
    }
}
