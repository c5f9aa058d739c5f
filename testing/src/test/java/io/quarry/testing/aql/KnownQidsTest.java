package io.quarry.testing.aql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.aql.catalog.KnownQids;
import io.quarry.telemetry.view.Views;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class KnownQidsTest {
    private static final Pattern QID = Pattern.compile("\\n +qid: =(\\d+)");

    @Test
    void areThoseThatTheViewGivesEvents() throws IOException {
        try (InputStream in = Views.class.getResourceAsStream("qradar-events.yml")) {
            String view = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<Long> given = QID.matcher(view)
                    .results()
                    .map(result -> Long.valueOf(result.group(1)))
                    .toList();
            assertThat(KnownQids.events().keySet()).containsExactlyInAnyOrderElementsOf(given);
        }
    }
}
