package io.quarry.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarry.data.Batch;
import io.quarry.data.DictionaryBuilder;
import io.quarry.data.Field;
import io.quarry.data.Platform;
import io.quarry.data.Schema;
import io.quarry.data.Table;
import io.quarry.data.TableName;
import io.quarry.data.Tables;
import io.quarry.data.TextVector;
import io.quarry.data.Type;
import io.quarry.engine.run.CancelToken;
import io.quarry.engine.run.EngineCode;
import io.quarry.engine.run.StoppedException;
import io.quarry.engine.run.StoppedException.Reason;
import io.quarry.plan.BagElements;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Expr;
import io.quarry.plan.JoinKind;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Origin;
import io.quarry.plan.Parameters;
import io.quarry.plan.Plan;
import io.quarry.plan.QueryException;
import io.quarry.plan.SortKey;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class EngineTest {
    private static final Tables NO_TABLES = name -> {
        throw new IllegalArgumentException("no table " + name);
    };
    private static final RunOptions OPTIONS = RunOptions.at(0);
    private static final TableName EVENTS = new TableName(Platform.SENTINEL, "Events");
    private static final Schema IMAGES = Schema.of(new Field("Image", Type.STRING));
    private static final Expr.Column IMAGE = new Expr.Column(0, Type.STRING);

    @Test
    void limitStopsALongSequence() {
        Result result = Engine.run(new Plan.Limit(numbersTo(1_000_000_000_000L), 3), NO_TABLES, OPTIONS);
        assertThat(result.rowCount()).isEqualTo(3);
    }

    @Test
    void topOfALongSequenceNeedsLittleMemory() {
        SortKey key = new SortKey(new Expr.Column(0, Type.LONG), SortKey.Direction.DESCENDING, SortKey.Nulls.LAST);
        Plan top = new Plan.Sort(numbersTo(1_000_000), List.of(key), OptionalLong.of(2));
        Result result = Engine.run(top, NO_TABLES, OPTIONS.withMemoryBytes(1 << 23));
        assertThat(result.batches().get(0).row(0)).containsExactly(1_000_000L);
        assertThat(result.batches().get(0).row(1)).containsExactly(999_999L);
    }

    @Test
    void limitStopsALongUnnesting() {
        Result result = Engine.run(new Plan.Limit(pairs(1_000_000_000_000L), 3), NO_TABLES, OPTIONS);
        assertThat(result.batches().get(0).row(2)).containsExactly(2L, "a", 0L);
    }

    @Test
    void timeLimitStopsAnUnnesting() {
        Plan count = new Plan.Aggregate(pairs(1_000_000_000_000L), List.of(), List.of());
        RunOptions options = OPTIONS.withCancelToken(CancelToken.after(Duration.ofMillis(200)));
        assertThatThrownBy(() -> Engine.run(count, NO_TABLES, options))
                .isInstanceOfSatisfying(
                        StoppedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TIME));
    }

    @Test
    void filterOfTheRowMovesBelowItsUnnesting() {
        CountingFunction function = new CountingFunction();
        Expr array = new Expr.Literal(Type.DYNAMIC, List.of("a", "b"));
        Plan scan = new Plan.Scan(EVENTS, IMAGES);
        Plan filter = new Plan.Filter(unnest(scan, array), function.call(IMAGE));
        assertThat(Engine.prepare(filter, OPTIONS))
                .isEqualTo(unnest(new Plan.Filter(scan, function.call(IMAGE)), array));
    }

    @Test
    void filterMovesToTheBottomOfADeepPlan() {
        Plan scan = new Plan.Scan(EVENTS, IMAGES);
        Expr condition = new CountingFunction().call(IMAGE);
        assertThat(Engine.prepare(new Plan.Filter(sorted(scan, 400), condition), OPTIONS))
                .isEqualTo(sorted(new Plan.Filter(scan, condition), 400));
    }

    @Test
    void repeatedAggregationReadsItsTableOnce() {
        TextVector images = TextVector.of(new String[] {"a", "b", "a"}, 3);
        AtomicInteger reads = new AtomicInteger();
        Tables counted = name -> {
            reads.incrementAndGet();
            return Table.of(IMAGES, List.of(new Batch(IMAGES, List.of(images), images.size())));
        };
        Plan distinct =
                new Plan.Aggregate(new Plan.Scan(EVENTS, IMAGES), List.of(new NamedExpr("Image", IMAGE)), List.of());
        Plan join = new Plan.Join(distinct, distinct, JoinKind.INNER, List.of(IMAGE), List.of(IMAGE));
        assertThat(Engine.run(join, counted, OPTIONS).rows()).containsExactly(List.of("a", "a"), List.of("b", "b"));
        assertThat(reads).hasValue(1);
    }

    @Test
    void timeLimitStopsACrossJoin() {
        Plan numbers = numbersTo(100_000);
        Plan pairs = new Plan.Join(numbers, numbers, JoinKind.INNER, List.of(), List.of());
        Plan count = new Plan.Aggregate(pairs, List.of(), List.of());
        RunOptions options = OPTIONS.withCancelToken(CancelToken.after(Duration.ofMillis(200)));
        assertThatThrownBy(() -> Engine.run(count, NO_TABLES, options))
                .isInstanceOfSatisfying(
                        StoppedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TIME))
                .hasMessageContaining("0.2 s");
    }

    @Test
    void interruptStopsARun() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Engine.run(numbersTo(1_000_000_000_000L), NO_TABLES, OPTIONS))
                .isInstanceOfSatisfying(
                        StoppedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CANCELLED));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void textPredicateRunsOncePerDictionaryEntry() {
        CountingFunction function = new CountingFunction();
        Plan filter = new Plan.Filter(new Plan.Scan(EVENTS, IMAGES), function.call(IMAGE));
        Result result = Engine.run(filter, repeated("a", "b", "c"), OPTIONS.withThreads(1));
        assertThat(result.rowCount()).isEqualTo(2_000);
        assertThat(function.calls()).as("entries and null").isEqualTo(4);
    }

    @Test
    void entryThatNoRowAsksForMayFail() {
        CountingFunction function = new CountingFunction();
        Expr isOther = new Expr.Not(function.call(IMAGE));
        Plan filter = new Plan.Filter(new Plan.Scan(EVENTS, IMAGES), isOther);
        Result result = Engine.run(filter, repeated("a", "b", "c", "fail"), OPTIONS);
        assertThat(result.rowCount()).isEqualTo(4_000);
    }

    @Test
    void failingFunctionIsReportedWhereItWasCalled() {
        Expr call = new CountingFunction().call(new Expr.Literal(Type.STRING, "fail"));
        Plan filter = new Plan.Filter(new Plan.Scan(EVENTS, IMAGES), call);
        assertThatThrownBy(() -> Engine.run(filter, repeated("a"), OPTIONS))
                .isInstanceOfSatisfying(QueryException.class, e -> {
                    Diagnostic diagnostic = e.diagnostics().get(0);
                    assertThat(diagnostic.code()).isEqualTo(EngineCode.FUNCTION_FAILED);
                    assertThat(diagnostic.span()).isEqualTo(new Span(2, 5));
                });
    }

    @Test
    void nowIsTheClockOfTheRun() {
        Plan one = new Plan.Values(Schema.of(), List.of(List.of()));
        Plan now = new Plan.Project(one, List.of(new NamedExpr("now", Parameters.NOW)));
        Result result = Engine.run(now, NO_TABLES, RunOptions.at(42));
        assertThat(result.batches().get(0).row(0)).containsExactly(42L);
    }

    private static Plan sorted(Plan input, int times) {
        SortKey key = new SortKey(IMAGE, SortKey.Direction.ASCENDING, SortKey.Nulls.LAST);
        Plan sorted = input;
        for (int i = 0; i < times; i++) {
            sorted = new Plan.Sort(sorted, List.of(key), OptionalLong.empty());
        }
        return sorted;
    }

    /** Each number with a, and with b. */
    private static Plan pairs(long stop) {
        return unnest(numbersTo(stop), new Expr.Literal(Type.DYNAMIC, List.of("a", "b")));
    }

    private static Plan unnest(Plan input, Expr collection) {
        return new Plan.Unnest(
                input, List.of(new NamedExpr("e", collection)), BagElements.ENTRIES, Optional.of("i"), Long.MAX_VALUE);
    }

    private static Plan numbersTo(long stop) {
        return new Plan.Sequence("n", number(1), number(stop), number(1));
    }

    private static Expr number(long value) {
        return new Expr.Literal(Type.LONG, value);
    }

    /** A table of 2,000 rows of each text but the failing one, in two batches over one dictionary. */
    private static Tables repeated(String... texts) {
        DictionaryBuilder builder = new DictionaryBuilder();
        Arrays.asList(texts).forEach(builder::add);
        TextVector entries = TextVector.of(builder.build());
        int used =
                (int) Arrays.stream(texts).filter(text -> !text.equals("fail")).count();
        int[] rows = new int[1_000 * used];
        Arrays.setAll(rows, row -> row % used);
        Batch batch = new Batch(IMAGES, List.of(entries.take(rows, rows.length)), rows.length);
        Table table = Table.of(IMAGES, List.of(batch, batch));
        return name -> table;
    }

    static Origin origin() {
        return new Origin(new SourceText("query", "a function"), new Span(2, 5));
    }
}
