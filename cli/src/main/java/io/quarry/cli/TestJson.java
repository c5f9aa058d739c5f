package io.quarry.cli;

import io.quarry.detect.packtest.ScenarioOutcome;
import io.quarry.detect.packtest.SignalOutcome;
import io.quarry.detect.packtest.VersionOutcome;
import io.quarry.detect.scenario.Scenario;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Pack tests as a JSON array of scenarios. */
final class TestJson implements TestReport {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final PrintStream to;

    TestJson(PrintStream to) {
        this.to = to;
    }

    @Override
    public void write(Map<String, List<ScenarioOutcome>> outcomes) {
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), to)) {
            out.writeStartArray();
            outcomes.forEach((pack, scenarios) -> scenarios.forEach(outcome -> write(pack, outcome, out)));
            out.writeEndArray();
        }
        to.println();
    }

    private static void write(String pack, ScenarioOutcome outcome, JsonGenerator out) {
        Scenario scenario = outcome.scenario();
        out.writeStartObject();
        out.writeStringProperty("pack", pack);
        out.writeStringProperty("id", scenario.id());
        out.writeStringProperty("title", scenario.title());
        out.writeStringProperty("kind", scenario.kind().name().toLowerCase(Locale.ROOT));
        out.writeStringProperty("source", scenario.source());
        out.writeBooleanProperty("passed", outcome.isMet());
        out.writeArrayPropertyStart("versions");
        outcome.versions().forEach(version -> write(version, out));
        out.writeEndArray();
        out.writeArrayPropertyStart("published");
        outcome.published().forEach(published -> {
            out.writeStartObject();
            out.writeStringProperty("platform", published.platform().label());
            out.writeStringProperty("file", published.file());
            out.writeBooleanProperty("runnable_as_repaired", published.isRunnable());
            names("fired", published.fired(), out);
            out.writeEndObject();
        });
        out.writeEndArray();
        out.writeArrayPropertyStart("signals");
        outcome.signals().forEach(signal -> write(signal, out));
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void write(VersionOutcome version, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("platform", version.platform().label());
        out.writeBooleanProperty("passed", version.isMet());
        names("fired", version.fired(), out);
        names("expected", version.expected(), out);
        names("fired_untuned", version.firedUntuned(), out);
        names("expected_untuned", version.expectedUntuned(), out);
        out.writeEndObject();
    }

    private static void write(SignalOutcome outcome, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("signal", outcome.signal().text());
        out.writeNumberProperty("events", outcome.events());
        out.writeStringProperty(
                "expected", outcome.signal().expectation().name().toLowerCase(Locale.ROOT));
        out.writeBooleanProperty("passed", outcome.isMet());
        out.writeStringProperty("reason", outcome.signal().reason());
        out.writeEndObject();
    }

    private static void names(String property, Collection<String> names, JsonGenerator out) {
        out.writeArrayPropertyStart(property);
        names.forEach(out::writeString);
        out.writeEndArray();
    }
}
