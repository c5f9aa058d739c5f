package io.quarry.telemetry.evtx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarry.telemetry.CollectedEvents;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventField;
import io.quarry.telemetry.EventField.Section;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.EventLocation;
import io.quarry.telemetry.MadeEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvtxWriterTest {
    private static final Map<String, FieldType> TYPES = Map.of(
            "ProcessGuid", FieldType.GUID,
            "ProcessId", FieldType.UINT32,
            "LogonId", FieldType.HEX_INT64,
            "Image", FieldType.SID);

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        List<Event> events = MadeEvents.processStarts(1000);
        CollectedEvents read = writeAndRead(events, Map.of());
        assertThat(read.rendered()).isEmpty();
        assertThat(read.events()).hasSize(1000);
        for (int i = 0; i < events.size(); i++) {
            assertThat(read.events().get(i).header()).isEqualTo(events.get(i).header());
            assertThat(read.events().get(i).fields()).isEqualTo(events.get(i).fields());
            assertThat(read.events().get(i).location().record()).isEqualTo(i + 1);
        }
    }

    @Test
    void typedValuesReadBackAsTheSameText() throws IOException {
        List<Event> events = MadeEvents.processStarts(3);
        CollectedEvents read = writeAndRead(events, TYPES);
        assertThat(read.events())
                .extracting(Event::fields)
                .isEqualTo(events.stream().map(Event::fields).toList());
    }

    @Test
    void everyTypeHoldsItsOwnTextAndTakesOthersAsStrings() throws IOException {
        Map<String, FieldType> types = Map.of(
                "INT32", FieldType.INT32,
                "UINT64", FieldType.UINT64,
                "BOOL", FieldType.BOOL,
                "HEX_INT32", FieldType.HEX_INT32,
                "GUID", FieldType.GUID,
                "SID", FieldType.SID,
                "FILE_TIME", FieldType.FILE_TIME);
        List<String> texts = List.of(
                "-5",
                "007",
                "true",
                "0x3e7",
                "0x0003e7",
                "0xffffffffff",
                "{5770385F-C22A-43E0-BF4C-06F5698FFBD9}",
                "{5770385f-c22a-43e0-bf4c-06f5698ffbd9}",
                "S-1-5-21-1-2-4294967295",
                "S-1-5-21-1-2-4294967296",
                "S-1",
                "2020-10-23T21:57:29.2175625Z",
                "2020-10-23T21:57:29Z",
                "1601-01-01T00:00:00.0000000Z",
                "",
                "text",
                "9223372036854775807",
                "99999999999999999999");
        List<EventField> fields = types.keySet().stream()
                .sorted()
                .flatMap(name -> texts.stream().map(text -> MadeEvents.data(name, text)))
                .toList();
        CollectedEvents read = writeAndRead(List.of(event(fields)), types);
        assertThat(read.event().fields()).isEqualTo(fields);
    }

    @Test
    void unnamedAndRepeatedDataAndOtherSectionsKeepTheirOrder() throws IOException {
        List<EventField> fields = List.of(
                MadeEvents.data("", "first"),
                MadeEvents.data("", ""),
                MadeEvents.data("Threat Name", "x"),
                MadeEvents.data("Threat Name", "y"),
                new EventField(Section.USER_DATA, "SubjectUserName", "a"),
                new EventField(Section.USER_DATA, "@fileRef", "b.cer"),
                new EventField(Section.USER_DATA, "Certificate", ""),
                new EventField(Section.OTHER, "Message", "said"));
        assertThat(writeAndRead(List.of(event(fields)), Map.of()).event().fields())
                .isEqualTo(fields);
    }

    @Test
    void absentHeaderValuesStayAbsent() throws IOException {
        EventHeader empty = new EventHeader(
                null,
                null,
                null,
                -1,
                null,
                null,
                null,
                null,
                null,
                null,
                EventHeader.NO_TIME,
                -1,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        Event event = new Event(new EventLocation("made", 1, -1), empty, List.of());
        assertThat(writeAndRead(List.of(event), Map.of()).event().header()).isEqualTo(empty);
    }

    @Test
    void sameEventsGiveSameBytes() throws IOException {
        EvtxWriter.write(folder.resolve("a"), MadeEvents.processStarts(300), TYPES);
        EvtxWriter.write(folder.resolve("b"), MadeEvents.processStarts(300), TYPES);
        assertThat(folder.resolve("a")).hasSameBinaryContentAs(folder.resolve("b"));
    }

    @Test
    void aLogWithoutEventsIsReadWithoutProblem() throws IOException {
        CollectedEvents read = writeAndRead(List.of(), Map.of());
        assertThat(read.events()).isEmpty();
        assertThat(read.rendered()).isEmpty();
    }

    @Test
    void anEventLargerThanAChunkIsRefused() {
        Event event = event(List.of(MadeEvents.data("a", "x".repeat(40_000))));
        assertThatThrownBy(() -> EvtxWriter.write(folder.resolve("big"), List.of(event)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("larger than a chunk");
    }

    private CollectedEvents writeAndRead(List<Event> events, Map<String, FieldType> types) throws IOException {
        Path file = folder.resolve("made.evtx");
        EvtxWriter.write(file, events, types);
        return CollectedEvents.read(new EvtxFormat(), Files.readAllBytes(file));
    }

    private static Event event(List<EventField> fields) {
        return new Event(new EventLocation("made", 1, -1), MadeEvents.header(7, 0), fields);
    }
}
