package io.quarry.telemetry.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarry.data.Platform;
import io.quarry.data.TableName;
import io.quarry.telemetry.CollectedEvents;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.syslog.SyslogFormat;
import io.quarry.telemetry.view.CustomProperty.Fields;
import io.quarry.telemetry.view.CustomProperty.Kind;
import io.quarry.telemetry.view.CustomProperty.Regex;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CustomPropertyTest {
    private static final TableName EVENTS = new TableName(Platform.QRADAR, "events");
    private static final Event SYSMON = TestEvents.sysmon(1, "Image", "C:\\a\\b.exe", "CommandLine", "b score=7 x");

    @ParameterizedTest
    @CsvSource({
        "text, 'score=(\\S+)', score=7, 7",
        "text, 'score=(\\S*)', 'score= x',",
        "text, 'score=(\\d+)', score=x,",
        "number, 'score=(\\S+)', score=7.5, 7.5",
        "number, 'score=(\\S+)', score=high,",
        "number, 'score=(\\S+)', score=-1.5e3, -1500.0",
        "number, 'score=(\\S+)', score=.5, 0.5",
        "number, 'score=(\\S+)', score=12f,",
        "number, 'score=(\\S+)', score=NaN,",
        "number, 'score=(\\S+)', score=Infinity,",
        "number, 'score=(\\S+)', score=1e999,",
        "number, 'score=(\\S+)', score=0x1p3,",
        "ip, 'from (\\S+)', from 192.0.2.1, 192.0.2.1",
        "ip, 'from (\\S+)', from nowhere,",
        "port, 'port (\\S+)', port 443, 443",
        "port, 'port (\\S+)', port 65536,",
        "time, 'at (\\S+)', at 2026-03-02T14:00:05Z, 1772460005000",
        "time, 'at (\\S+)', at 1772460005123, 1772460005123",
        "time, 'at (\\S+)', at noon,",
    })
    void aPatternFindsValuesOfItsKindInThePayload(String kind, String pattern, String text, String value)
            throws IOException {
        Kind of = Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT));
        CustomProperty property = new CustomProperty("P", of, Set.of(), new Regex(pattern, 1));
        Event event = CollectedEvents.read(new SyslogFormat(), "<13>" + text).event();
        Object found = property.expression().of(event);
        assertThat(found == null ? null : found.toString()).isEqualTo(value);
    }

    @Test
    void groupsAreThoseOfThePattern() {
        assertThat(new CustomProperty("P", Kind.TEXT, Set.of(), new Regex("score=(\\d)", 0))
                        .expression()
                        .of(SYSMON))
                .isEqualTo("score=7");
        assertThatThrownBy(() -> new Regex("score=(\\d)", 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("group 2 of a pattern with 1");
    }

    @Test
    void fieldsAreNamedAsInViews() {
        CustomProperty property = new CustomProperty("P", Kind.TEXT, Set.of(), new Fields("folder(Image)"));
        assertThat(property.expression().of(SYSMON)).isEqualTo("C:\\a");
        assertThatThrownBy(() -> new Fields("nothing(Image)")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyEventsOfItsTypesHaveIt() {
        assertThat(new CustomProperty("P", Kind.TEXT, Set.of(12L), new Fields("Image"))
                        .expression()
                        .of(SYSMON))
                .isEqualTo("C:\\a\\b.exe");
        assertThat(new CustomProperty("P", Kind.TEXT, Set.of(212L), new Fields("Image"))
                        .expression()
                        .of(SYSMON))
                .isNull();
    }

    @Test
    void theFirstDefinitionThatGivesAValueCountsThenTheView() {
        Needs needs = TestEvents.need(EVENTS, "Score", "image", "CommandLine")
                .with(List.of(
                        new CustomProperty("score", Kind.TEXT, Set.of(), new Regex("score=(x)", 1)),
                        new CustomProperty("Score", Kind.TEXT, Set.of(), new Regex("score=(\\d)", 1)),
                        new CustomProperty("Image", Kind.TEXT, Set.of(), new Regex("no(thing)", 1)),
                        new CustomProperty("COMMANDLINE", Kind.TEXT, Set.of(), new Fields("fileName(Image)"))));
        assertThat(TestEvents.rows(LoadedTelemetry.of(List.of(SYSMON), needs).table(EVENTS)))
                .containsExactly(Map.of("Score", "7", "image", "C:\\a\\b.exe", "CommandLine", "b.exe"));
    }
}
