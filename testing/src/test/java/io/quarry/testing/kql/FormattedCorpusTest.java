package io.quarry.testing.kql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.kql.Kql;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.kql.service.Formatter;
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

/** Published queries mean the same after formatting, and formatting them again changes nothing. */
class FormattedCorpusTest {
    @Test
    void layoutChangesNoMeaning() throws IOException {
        Optional<List<Corpus.Query>> queries = Corpus.queries();
        Assumptions.assumeTrue(queries.isPresent(), "skipped: ../shared is absent");
        SoftAssertions softly = new SoftAssertions();
        int formatted = 0;
        for (Corpus.Query query : queries.get()) {
            Formatted once = format(query.text());
            if (once.errors().isEmpty()) {
                formatted++;
                softly.assertThat(format(once.text()).text()).as(query.id()).isEqualTo(once.text());
                softly.assertThat(meaning(query, once.text())).as(query.id()).isEqualTo(meaning(query, query.text()));
            }
        }
        softly.assertAll();
        assertThat(formatted).isGreaterThan(queries.get().size() * 9 / 10);
    }

    private static Formatted format(String text) {
        return Formatter.format(new SourceText("query", text));
    }

    /** The plan, and what is said of the text. */
    private static List<Object> meaning(Corpus.Query query, String text) {
        Compilation compilation = Kql.compile(new SourceText("query", text), KqlCatalog.of(query.platform()));
        return List.of(
                compilation.plan(),
                compilation.diagnostics().stream().map(Diagnostic::message).toList());
    }
}
