package io.quarry.telemetry.view;

import static io.quarry.telemetry.view.TestEvents.defender;
import static io.quarry.telemetry.view.TestEvents.fields;
import static io.quarry.telemetry.view.TestEvents.need;
import static io.quarry.telemetry.view.TestEvents.rows;
import static io.quarry.telemetry.view.TestEvents.security;
import static io.quarry.telemetry.view.TestEvents.sysmon;
import static io.quarry.telemetry.view.TestEvents.ticks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarry.data.Batch;
import io.quarry.data.Dictionary;
import io.quarry.data.Platform;
import io.quarry.data.TableName;
import io.quarry.data.TextVector;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.EventLocation;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LoadedTelemetryTest {
    private static final TableName FILES = defender("DeviceFileEvents");
    private static final Event FILE = sysmon(
            11,
            "UtcTime",
            "2026-03-01 12:00:00.000",
            "Image",
            "C:\\a.exe",
            "TargetFilename",
            "C:\\x.txt",
            "User",
            "CORP\\Ann");
    private static final Event LOGON = security(
            4624,
            "2026-02-01T00:00:00Z",
            "SubjectUserName",
            "WS01$",
            "TargetUserName",
            "Bob",
            "TargetDomainName",
            "CORP");

    @Test
    void evidenceSaysWhereAndWhatAnEventIs() {
        LoadedTelemetry telemetry = LoadedTelemetry.of(List.of(LOGON, FILE), Needs.none());
        assertThat(telemetry.evidence(1))
                .isEqualTo(new Evidence(
                        new EventLocation("a.evtx", 7, 4096),
                        11,
                        TestEvents.SYSMON,
                        ticks("2026-03-01T12:00:00Z"),
                        "WS01.corp.example",
                        "CORP\\Ann",
                        42));
        assertThat(telemetry.evidence(0).user()).isEqualTo("CORP\\Bob");
        assertThatThrownBy(() -> telemetry.evidence(2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEventWithoutTimeUserAndIdHasEvidenceToo() {
        Event bare = TestEvents.event(null, -1, null, null);
        Evidence evidence = LoadedTelemetry.of(List.of(bare), Needs.none()).evidence(0);
        assertThat(evidence.time()).isEqualTo(EventHeader.NO_TIME);
        assertThat(evidence.channel()).isNull();
        assertThat(evidence.computer()).isNull();
        assertThat(evidence.user()).isNull();
        assertThat(evidence.eventId()).isEqualTo(-1);
    }

    @Test
    void rowsCarryTheNumberOfTheirEvent() {
        LoadedTelemetry telemetry = LoadedTelemetry.of(List.of(LOGON, FILE, FILE), need(FILES, "FileName"));
        Batch batch = telemetry.table(FILES).read(List.of("$event")).get(0);
        assertThat(List.of(batch.row(0)[0], batch.row(1)[0])).containsExactly(1L, 2L);
    }

    @Test
    void timeRangeCoversAllEventsAlsoThoseWithoutRow() {
        LoadedTelemetry telemetry = LoadedTelemetry.of(List.of(FILE, LOGON), need(FILES, "FileName"));
        assertThat(telemetry.timeRange())
                .contains(new TimeRange(ticks("2026-02-01T00:00:00Z"), ticks("2026-03-01T12:00:00Z")));
        assertThat(LoadedTelemetry.of(List.of(), Needs.none()).timeRange()).isEmpty();
    }

    @Test
    void timesAreThoseOfTheEventsThatHaveOne() {
        Event timeless = TestEvents.security(4624, null);
        assertThat(LoadedTelemetry.of(List.of(FILE, timeless, LOGON), Needs.none())
                        .times())
                .containsExactly(ticks("2026-03-01T12:00:00Z"), ticks("2026-02-01T00:00:00Z"));
    }

    @Test
    void tableThatNoTelemetryFillsIsEmptyWithTheSchemaAskedFor() {
        TableName table = new TableName(Platform.SENTINEL, "SigninLogs");
        LoadedTelemetry telemetry =
                LoadedTelemetry.of(List.of(FILE), need(table, "UserPrincipalName", "TimeGenerated:datetime"));
        assertThat(rows(telemetry.table(table))).isEmpty();
        assertThat(telemetry.table(table).schema().names())
                .containsExactly("UserPrincipalName", "TimeGenerated", "$event");
    }

    @Test
    void tableThatWasNotNeededIsRefused() {
        LoadedTelemetry telemetry = LoadedTelemetry.of(List.of(), Needs.none());
        assertThatThrownBy(() -> telemetry.table(FILES)).hasMessageContaining("defender:DeviceFileEvents");
    }

    @Test
    void onlyNeededColumnsAreThere() {
        LoadedTelemetry telemetry = LoadedTelemetry.of(List.of(FILE), need(FILES, "FileName"));
        assertThat(telemetry.table(FILES).schema().names()).containsExactly("FileName", "$event");
    }

    @Test
    void rowsStandInTheOrderOfEventsAndNotOfTime() {
        Event earlier = sysmon(11, "UtcTime", "2025-01-01 00:00:00.000", "TargetFilename", "C:\\earlier.txt");
        assertThat(rows(FILES, List.of(FILE, earlier), "FileName"))
                .extracting(row -> row.get("FileName"))
                .containsExactly("x.txt", "earlier.txt");
    }

    @Test
    void manyRowsAreSegmentsThatShareTheTextsOfAColumn() {
        int count = 150_000;
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(sysmon(11, "TargetFilename", "C:\\" + i % 10 + ".txt", "Image", "C:\\a.exe"));
        }
        LoadedTelemetry telemetry = LoadedTelemetry.of(events, need(FILES, "FileName", "InitiatingProcessFileName"));
        Set<Dictionary> dictionaries = new HashSet<>();
        int rows = 0;
        for (Batch batch : telemetry.table(FILES).read(List.of("FileName", "$event"))) {
            TextVector names = (TextVector) batch.column(0);
            dictionaries.add(names.dictionary());
            for (int row = 0; row < batch.rows(); row++) {
                assertThat(names.at(row)).isEqualTo(rows++ % 10 + ".txt");
            }
        }
        assertThat(rows).isEqualTo(count);
        assertThat(dictionaries).hasSize(1);
        assertThat(dictionaries.iterator().next().size()).isEqualTo(10);
    }

    @Test
    void theSameEventsGiveTheSameTables() {
        List<Event> events = List.of(FILE, LOGON, FILE);
        String[] columns = {"FileName", "AdditionalFields", "DeviceId", "InitiatingProcessCommandLine"};
        assertThat(rows(FILES, events, columns)).isEqualTo(rows(FILES, events, columns));
    }

    @Test
    void aColumnNeededTwiceIsKeptOnceAndOnlyWithOneType() {
        Needs needs = need(FILES, "FileName").plus(FILES, fields("FileName", "SHA1"));
        assertThat(needs.schema(FILES).orElseThrow().names()).containsExactly("FileName", "SHA1");
        assertThatThrownBy(() -> needs.plus(FILES, fields("SHA1:long")))
                .hasMessageContaining("SHA1")
                .hasMessageContaining("long");
    }

    @Test
    void anEventIsForgottenOnceItsRowsAreThere() throws InterruptedException {
        TelemetryLoader loader = new TelemetryLoader(Views.shipped(), need(FILES, "FileName"));
        WeakReference<Event> event = load(loader);
        for (int i = 0; i < 100 && event.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(event.get()).isNull();
        assertThat(loader.finish().evidence().size()).isEqualTo(1);
    }

    private static WeakReference<Event> load(TelemetryLoader loader) {
        Event event = sysmon(11, "TargetFilename", "C:\\x.txt", "Image", "C:\\a.exe");
        loader.event(event);
        return new WeakReference<>(event);
    }
}
