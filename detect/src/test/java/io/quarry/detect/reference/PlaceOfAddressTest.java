package io.quarry.detect.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.aql.catalog.AqlReadings;
import io.quarry.data.Batch;
import io.quarry.data.Platform;
import io.quarry.data.Ticks;
import io.quarry.detect.rule.QueryContext;
import io.quarry.detect.rule.RuleFile;
import io.quarry.detect.rule.RuleFiles;
import io.quarry.detect.side.ExternalFiles;
import io.quarry.detect.side.GivenFiles;
import io.quarry.engine.Engine;
import io.quarry.engine.RunOptions;
import io.quarry.plan.Draft;
import io.quarry.plan.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** KQL's geo_info_from_ip_address, with a database that is given. */
class PlaceOfAddressTest {
    private static final Map<String, Object> SYDNEY = Map.of(
            "country", Map.of("names", Map.of("en", "Australia", "de", "Australien")),
            "subdivisions", List.of(Map.of("names", Map.of("en", "New South Wales"))),
            "city", Map.of("names", Map.of("en", "Sydney")),
            "location", Map.of("latitude", -33.5, "longitude", 151.25));

    @TempDir
    private Path folder;

    @Test
    void theBagHoldsWhatTheDatabaseSays() throws IOException {
        assertThat(place("'192.0.2.7'"))
                .hasToString(
                        "{country=Australia, state=New South Wales, city=Sydney, latitude=-33.5, longitude=151.25}");
        assertThat(place("parse_json('{\"ip\": \"192.0.2.7\"}').ip")).asString().startsWith("{country=Australia");
        assertThat(place("'198.51.100.1'")).hasToString("{country=Germany}");
    }

    @Test
    void ofOtherTextsItIsEmpty() throws IOException {
        assertThat(place("'203.0.113.1'")).isEqualTo(Map.of());
        assertThat(place("'no address'")).isEqualTo(Map.of());
        assertThat(place("''")).isEqualTo(Map.of());
    }

    @Test
    void aDamagedDatabaseIsAnErrorAtTheCall() throws IOException {
        Path file = Files.writeString(folder.resolve("city.mmdb"), "nothing of the kind");
        RuleFile compiled = compile("print geo_info_from_ip_address('192.0.2.7')", file);
        assertThat(compiled.diagnostics()).anySatisfy(diagnostic -> assertThat(diagnostic.render())
                .startsWith("query:1:7: " + file + " cannot be used: "));
    }

    private Object place(String address) throws IOException {
        Path file = folder.resolve("city.mmdb");
        Files.write(
                file,
                MadeDatabase.of(Map.of(
                        "192.0.2", SYDNEY, "198.51", Map.of("country", Map.of("names", Map.of("en", "Germany"))))));
        RuleFile compiled = compile("print place = geo_info_from_ip_address(" + address + ")", file);
        assertThat(compiled.diagnostics()).isEmpty();
        Draft.Complete draft = (Draft.Complete) compiled.rules().get(0).draft();
        Batch rows = Engine.run(draft.plan(), table -> null, RunOptions.at(Ticks.UNIX_EPOCH))
                .batches()
                .get(0);
        return rows.column(0).value(0);
    }

    private static RuleFile compile(String query, Path file) {
        QueryContext context = new GivenFiles(
                        ExternalFiles.NONE,
                        List.of(),
                        new ReferenceFiles(List.of(), Optional.of(file)),
                        AqlReadings.STANDARD)
                .context();
        return RuleFiles.compile(Platform.SENTINEL, new SourceText("query", query), context);
    }
}
