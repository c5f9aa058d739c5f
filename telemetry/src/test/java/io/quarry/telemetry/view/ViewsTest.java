package io.quarry.telemetry.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Field;
import io.quarry.data.Platform;
import io.quarry.data.TableName;
import io.quarry.data.Type;
import io.quarry.telemetry.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

final class ViewsTest {
    private static final Pattern COLUMN = Pattern.compile("\"name\": \"([^\"]+)\", \"type\": \"([^\"]+)\"");

    /** Columns that one of two platforms has under a shared view. */
    private static final Set<String> OF_ONE_PLATFORM = Set.of("Type", "TimeGenerated", "_TimeReceived");

    @Test
    void everyViewIsOfTheTablesThatNameItsFile() {
        Views views = Views.shipped();
        for (TableName table : views.tables()) {
            views.view(table).ifPresent(view -> {
                assertThat(view.table()).isEqualTo(table.name());
                assertThat(view.platforms()).contains(table.platform());
            });
        }
        assertThat(views.tables())
                .contains(new TableName(Platform.SIGMA, "events"), new TableName(Platform.QRADAR, "events"));
    }

    @Test
    void sigmaHasEveryColumnAndAnUnknownTableNone() {
        assertThat(Views.shipped().fills(new TableName(Platform.SIGMA, "events"), "Whatever"))
                .isTrue();
        assertThat(Views.shipped().columns(new TableName(Platform.DEFENDER, "EmailEvents")))
                .isEmpty();
    }

    @Test
    void columnsOfProcessStartsCountAsFilled() {
        TableName network = new TableName(Platform.DEFENDER, "DeviceNetworkEvents");
        assertThat(Views.shipped().columns(network))
                .contains("InitiatingProcessCommandLine", "InitiatingProcessParentCreationTime", "RemoteIP")
                .doesNotContain("InitiatingProcessAccountUpn");
    }

    @Test
    void whatAViewFillsIsAColumnOfThePlatformAndOfItsType() throws IOException {
        Optional<Path> shared = shared();
        Assumptions.assumeTrue(shared.isPresent(), "skipped: ../shared is absent");
        List<Event> events = oneOfEachKind();
        for (TableName table : Views.shipped().tables()) {
            if (table.platform() != Platform.DEFENDER && table.platform() != Platform.SENTINEL) {
                continue;
            }
            List<Field> catalogue = catalogue(shared.get(), table);
            Set<String> names = catalogue.stream().map(Field::name).collect(Collectors.toSet());
            Set<String> unknown = Views.shipped().view(table).orElseThrow().rows().stream()
                    .flatMap(row -> row.columns().keySet().stream())
                    .filter(column -> !names.contains(column) && !OF_ONE_PLATFORM.contains(column))
                    .collect(Collectors.toSet());
            assertThat(unknown)
                    .as("columns of %s without a place in the catalogue", table)
                    .isEmpty();
            LoadedTelemetry telemetry = LoadedTelemetry.of(events, Needs.none().plus(table, catalogue));
            assertThat(TestEvents.rows(telemetry.table(table)))
                    .as("rows of %s", table)
                    .isNotEmpty();
        }
    }

    /** Events of every kind that a device table takes, with a value in every field that some view reads. */
    private static List<Event> oneOfEachKind() {
        List<Event> events = new ArrayList<>();
        for (int id = 1; id < 30; id++) {
            for (String type : new String[] {"CreateKey", "DeleteValue", "SetValue", "RenameKey"}) {
                events.add(TestEvents.sysmon(
                        id,
                        "UtcTime",
                        "2026-03-01 12:00:00.000",
                        "EventType",
                        type,
                        "Initiated",
                        "true",
                        "ProcessId",
                        "1",
                        "TargetObject",
                        "HKLM\\A\\B",
                        "Details",
                        "x",
                        "SourceIp",
                        "10.0.0.1",
                        "SourcePort",
                        "1",
                        "DestinationIp",
                        "::1",
                        "DestinationPort",
                        "2",
                        "Image",
                        "C:\\a.exe",
                        "TargetFilename",
                        "C:\\b",
                        "User",
                        "A\\b",
                        "Hashes",
                        "MD5=1",
                        "LogonId",
                        "0x1",
                        "TerminalSessionId",
                        "1"));
            }
        }
        for (int id : new int[] {4688, 4624, 4625, 4648, 4697, 4698, 4720, 4732, 4719, 1102}) {
            events.add(TestEvents.security(
                    id,
                    TestEvents.NOON,
                    "NewProcessId",
                    "0x1",
                    "ProcessId",
                    "0x2",
                    "SubjectLogonId",
                    "0x3",
                    "TargetLogonId",
                    "0x4",
                    "TargetUserName",
                    "Ann",
                    "LogonType",
                    "2",
                    "IpAddress",
                    "10.0.0.1",
                    "IpPort",
                    "1"));
        }
        return events;
    }

    private static List<Field> catalogue(Path shared, TableName table) throws IOException {
        Path file = shared.resolve(
                "reference/schemas/" + table.name() + "." + table.platform().label() + ".json");
        List<Field> fields = new ArrayList<>();
        Matcher matcher = COLUMN.matcher(Files.readString(file));
        while (matcher.find()) {
            fields.add(
                    new Field(matcher.group(1), Type.ofLabel(matcher.group(2)).orElseThrow()));
        }
        return fields;
    }

    /** The folder {@code shared} beside the project. */
    private static Optional<Path> shared() {
        String named = System.getProperty("quarry.shared");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("shared/reference/schemas");
            if (Files.isDirectory(candidate)) {
                return Optional.of(folder.resolve("shared"));
            }
        }
        return Optional.empty();
    }
}
