package io.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.cli.RowOutput.Destination;
import io.quarry.cli.output.OutputFormat;
import io.quarry.data.Platform;
import io.quarry.detect.Detection;
import io.quarry.detect.hunt.Alert;
import io.quarry.detect.replay.Replay;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertRowsTest {
    private static final Alert FIRST = alert("first");

    @Test
    void columnsThatATerminalHasNoRoomForAreLeftOut() throws IOException {
        assertThat(header(200, FIRST)).isEqualTo("host      user   name   branch  risk  severity  seen by");
        assertThat(header(50, FIRST)).isEqualTo("host      user   branch  risk  severity  seen by");
        assertThat(header(50, FIRST, alert("second"))).isEqualTo("host      user   name    branch  risk  severity");
        assertThat(header(20, FIRST)).isEqualTo("host      branch");
    }

    private static String header(int columns, Alert... alerts) throws IOException {
        StringWriter out = new StringWriter();
        Destination terminal = new Destination(Destination.Kind.TERMINAL, columns);
        AlertRows.write(List.of(alerts), OutputFormat.TABLE, terminal, out);
        return out.toString().lines().findFirst().orElseThrow();
    }

    private static Alert alert(String name) {
        Detection detection =
                new Detection(name, name, "high", Replay.DEFAULT_SCHEDULE, List.of(), List.of(), List.of());
        return new Alert(
                detection,
                "Branch",
                OptionalInt.of(50),
                "high",
                Set.of(Platform.DEFENDER),
                io.quarry.telemetry.EventHeader.NO_TIME,
                "computer",
                "A\\ann",
                Map.of(),
                List.of());
    }
}
