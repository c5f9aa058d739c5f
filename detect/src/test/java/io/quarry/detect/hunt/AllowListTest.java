package io.quarry.detect.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Field;
import io.quarry.data.Platform;
import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.detect.Allowance;
import io.quarry.detect.Detection;
import io.quarry.detect.Version;
import io.quarry.detect.replay.Replay;
import io.quarry.detect.rule.RuleFile;
import io.quarry.detect.rule.RuleFiles;
import io.quarry.engine.run.StoppedException;
import io.quarry.plan.Expr;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Origin;
import io.quarry.plan.Plan;
import io.quarry.plan.ScalarFunction;
import io.quarry.plan.Signature;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import io.quarry.telemetry.read.ReadOptions;
import io.quarry.telemetry.view.LoadedTelemetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AllowListTest {
    private static final String EVENT =
            "{\"EventID\":1,\"Channel\":\"Microsoft-Windows-Sysmon/Operational\",\"Image\":\"C:\\\\a.exe\"}\n";

    @TempDir
    Path folder;

    @Test
    void anEntryThatFailsIsReportedAndSilencesNothing() throws IOException {
        RuleFile rule = RuleFiles.compile(Platform.SIGMA, new SourceText("rule.yml", """
                title: any process
                logsource: {category: process_creation, product: windows}
                detection: {s: {Image|endswith: .exe}, condition: s}
                """));
        assertThat(rule.diagnostics()).noneMatch(diagnostic -> diagnostic.isError());
        Allowance broken = new Allowance("known", "none", Set.of(), Optional.empty(), failing());
        Detection detection = new Detection(
                "id",
                "name",
                "",
                Replay.DEFAULT_SCHEDULE,
                List.of(),
                List.of(new Version(rule, Optional.empty())),
                List.of(broken));
        Path file = Files.writeString(folder.resolve("a.json"), EVENT);
        Hunt hunt = new Hunt(List.of(detection), HuntOptions.DEFAULT);
        HuntResult result = hunt.run(LoadedTelemetry.load(List.of(file), hunt.needs(), ReadOptions.defaults()));
        assertThat(result.alerts()).hasSize(1);
        assertThat(result.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.query()).isEqualTo("allow-list entry 'known'");
            assertThat(failure.reason()).hasMessage("too much");
        });
    }

    private static Plan failing() {
        Plan one = new Plan.Values(new Schema(List.of(new Field("a", Type.LONG))), List.of(List.of(1L)));
        Origin origin = new Origin(new SourceText("tuning.yml", ""), new Span(0, 0));
        Expr call = new Expr.Call(new Failing(), List.of(new Expr.Column(0, Type.LONG)), origin);
        return new Plan.Project(one, List.of(new NamedExpr("b", call)));
    }

    private record Failing() implements ScalarFunction {
        @Override
        public String name() {
            return "failing";
        }

        @Override
        public Signature signature() {
            return new Signature(List.of(Type.LONG), false, Type.LONG);
        }

        @Override
        public boolean isDeterministic() {
            return false;
        }

        @Override
        public Object apply(Object[] arguments) {
            throw new StoppedException(StoppedException.Reason.MEMORY, "too much");
        }

        @Override
        public Vector apply(Vector[] arguments, int rows) {
            return (Vector) apply(new Object[0]);
        }
    }
}
