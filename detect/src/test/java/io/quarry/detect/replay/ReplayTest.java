package io.quarry.detect.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarry.data.Platform;
import io.quarry.data.Ticks;
import io.quarry.detect.rule.RuleFiles;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {
    private static final long FIRST = Ticks.of(Instant.parse("2026-03-10T08:20:00Z"));
    private static final long LAST = Ticks.of(Instant.parse("2026-03-10T11:40:00Z"));
    private static final Duration HOURLY = Duration.ofHours(1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DeviceProcessEvents | where Timestamp > ago(24h) | where FileName =~ 'a.exe'",
                "DeviceProcessEvents | where FileName =~ 'a.exe' and Timestamp between (ago(1d) .. now())",
                "DeviceProcessEvents | project When = Timestamp, FileName | where When >= ago(7d) | sort by When desc",
                "let Recent = DeviceNetworkEvents | where Timestamp > ago(1h);"
                        + " union (Recent | project FileName = InitiatingProcessFileName),"
                        + " (DeviceProcessEvents | where Timestamp > ago(1h) | project FileName)",
                "DeviceProcessEvents | where Timestamp > ago(1h) and FileName in ((datatable (f: string) ['x']))",
                "let Start = toscalar(print ago(1h)); DeviceProcessEvents | where Timestamp > Start"
            })
    void whereEachEventIsJudgedAloneOnePassIsEnough(String query) {
        Replay replay = Replay.of(kql(query), Replay.Bounds.NONE, HOURLY, ReplayTest::times);
        assertThat(replay.mode()).isEqualTo(Replay.Mode.ONE_PASS);
        assertThat(replay.runs()).hasSize(1);
        assertThat(Clock.isReadBy(replay.plan())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DeviceProcessEvents | where Timestamp > ago(24h) | summarize count() by FileName",
                "DeviceProcessEvents | where Timestamp > ago(24h) | top 5 by Timestamp",
                "DeviceProcessEvents | where Timestamp > ago(24h) | take 5",
                "DeviceProcessEvents | extend Age = now() - Timestamp",
                "DeviceProcessEvents | where ProcessCreationTime > ago(1d)",
                "DeviceProcessEvents | where Timestamp > ago(1d) or FileName == 'x'",
                "DeviceProcessEvents | where not(Timestamp < ago(1d))",
                "DeviceProcessEvents | where FileName in ((DeviceFileEvents | where Timestamp > ago(1d) | project FileName))",
                "DeviceProcessEvents | where Timestamp > ago(1d) and FileName !in ((DeviceFileEvents | project FileName))",
                "DeviceProcessEvents | where Timestamp > toscalar(DeviceFileEvents | where Timestamp > ago(1d)"
                        + " | summarize max(Timestamp))"
            })
    void whereTheAnswerDependsOnTheWindowTheScheduleIsFollowed(String query) {
        Replay replay = Replay.of(kql(query), Replay.Bounds.NONE, HOURLY, ReplayTest::times);
        assertThat(replay.mode()).isEqualTo(Replay.Mode.SCHEDULED);
        assertThat(replay.runs().stream().map(Ticks::format))
                .containsExactly(
                        "2026-03-10T09:00:00.0000000Z",
                        "2026-03-10T10:00:00.0000000Z",
                        "2026-03-10T11:00:00.0000000Z",
                        "2026-03-10T12:00:00.0000000Z");
    }

    @Test
    void aQueryThatDoesNotReadTheClockRunsOnceAsItIs() {
        Plan plan = kql("DeviceProcessEvents | summarize count() by FileName");
        Replay replay = Replay.of(plan, Replay.Bounds.NONE, HOURLY, ReplayTest::times);
        assertThat(replay.mode()).isEqualTo(Replay.Mode.TIMELESS);
        assertThat(replay.plan()).isEqualTo(plan);
    }

    @Test
    void theTimeClauseOfAqlIsAWindowLikeAnyOther() {
        Plan plan = RuleFiles.compile(
                        Platform.QRADAR,
                        new SourceText("q.aql", "SELECT username FROM events WHERE username = 'x' LAST 24 HOURS"))
                .rules()
                .get(0)
                .draft()
                .reads()
                .get(0);
        assertThat(Replay.of(plan, Replay.Bounds.NONE, HOURLY, ReplayTest::times)
                        .mode())
                .isEqualTo(Replay.Mode.ONE_PASS);
    }

    @Test
    void aFixedClockRunsOnceAtItsTime() {
        Replay.Bounds bounds = new Replay.Bounds(OptionalLong.of(LAST), OptionalLong.empty(), OptionalLong.empty());
        Replay replay =
                Replay.of(kql("DeviceProcessEvents | where Timestamp > ago(1h)"), bounds, HOURLY, ReplayTest::times);
        assertThat(replay.mode()).isEqualTo(Replay.Mode.AS_OF);
        assertThat(replay.runs()).containsExactly(LAST);
    }

    @Test
    void tooManyRunsAreRefusedWithTheirNumber() {
        assertThatThrownBy(() -> Replay.of(
                        kql("DeviceProcessEvents | where Timestamp > ago(1h) | count"),
                        Replay.Bounds.NONE,
                        Duration.ofSeconds(1),
                        () -> LongStream.range(0, 100_001).map(second -> FIRST + second * Ticks.PER_SECOND)))
                .isInstanceOf(ScheduleException.class)
                .hasMessageContaining("100001 runs, more than 100000");
    }

    @Test
    void gapsBetweenEventsCostNoRuns() {
        Replay replay = Replay.of(
                kql("DeviceProcessEvents | where Timestamp > ago(1h) | count"),
                Replay.Bounds.NONE,
                HOURLY,
                () -> LongStream.of(LAST, Ticks.FILETIME_EPOCH, FIRST, FIRST + 1));
        assertThat(replay.runs()).hasSize(3).isSorted();
    }

    /** Events in four different hours, out of order. */
    private static LongStream times() {
        return LongStream.of(LAST, FIRST, FIRST + Ticks.PER_HOUR, LAST - Ticks.PER_HOUR, FIRST + 1);
    }

    private static Plan kql(String query) {
        return RuleFiles.compile(Platform.DEFENDER, new SourceText("q.kql", query))
                .rules()
                .get(0)
                .draft()
                .reads()
                .get(0);
    }
}
