package io.quarry.testing.kql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Platform;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.kql.service.Completions;
import io.quarry.kql.service.Highlights;
import io.quarry.kql.service.Hovers;
import io.quarry.plan.SourceText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The services have an answer at every place of published queries, and of their beginnings. */
class CompletedCorpusTest {
    private static final KqlCatalog CATALOG = KqlCatalog.of(Platform.DEFENDER);
    private static final int EVERY = 150;
    private static final int STEP = 3;

    @Test
    void everyPlaceHasAnAnswer() throws IOException {
        Optional<List<Corpus.Query>> queries = Corpus.queries();
        Assumptions.assumeTrue(queries.isPresent(), "skipped: ../shared is absent");
        for (int i = 0; i < queries.get().size(); i += EVERY) {
            String text = queries.get().get(i).text();
            SourceText whole = new SourceText("query", text);
            for (int offset = 0; offset <= text.length(); offset += STEP) {
                int caret = offset;
                SourceText begun = new SourceText("query", text.substring(0, offset));
                assertThat(Completions.at(whole, offset, CATALOG))
                        .allMatch(completion -> completion.replaces().start() <= caret);
                assertThat(Completions.at(begun, offset, CATALOG)).isNotNull();
                assertThat(Hovers.at(whole, offset, CATALOG)).isNotNull();
            }
            assertThat(Highlights.of(whole, CATALOG)).isNotEmpty();
        }
    }
}
