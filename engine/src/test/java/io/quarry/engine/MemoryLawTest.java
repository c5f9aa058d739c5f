package io.quarry.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarry.data.Schema;
import io.quarry.data.Tables;
import io.quarry.data.Type;
import io.quarry.engine.RunOptions.Optimizer;
import io.quarry.engine.run.StoppedException;
import io.quarry.engine.run.StoppedException.Reason;
import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import io.quarry.plan.AggregateCall;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.BagElements;
import io.quarry.plan.Expr;
import io.quarry.plan.Expr.Subquery.Form;
import io.quarry.plan.JoinKind;
import io.quarry.plan.MatchStep;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import io.quarry.plan.SortKey;
import io.quarry.plan.WindowCall;
import io.quarry.plan.WindowFunction;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a run holds is counted: it stops where that is too much, and what it held no longer is given back. */
@Timeout(60)
final class MemoryLawTest {
    private static final Tables NO_TABLES = name -> {
        throw new IllegalArgumentException("no table " + name);
    };
    private static final int BUDGET = 1 << 22;

    /** Their eight bytes each are more than the budget. */
    private static final long MANY = 1_000_000;

    /** Theirs are a fifth of the budget. */
    private static final long SOME = BUDGET / 8 / 5;

    private static final List<Long> STARTS = List.of(1L, 2L, 3L, 4L, 5L, 6L);

    private static final Expr.Column NUMBER = new Expr.Column(0, Type.LONG);
    private static final Expr FALSE = new Expr.Literal(Type.BOOL, false);

    static Stream<Arguments> plans() {
        Plan many = numbersTo(MANY);
        Plan none = numbersTo(0);
        return Stream.of(
                Arguments.of("the result", many),
                Arguments.of("sort", sorted(many, OptionalLong.empty())),
                Arguments.of("top", sorted(many, OptionalLong.of(MANY))),
                Arguments.of("join (right side)", joined(none, many, List.of(NUMBER))),
                Arguments.of("join (right side)", joined(none, many, List.of())),
                Arguments.of("window", numbered(many, List.of())),
                Arguments.of("window", numbered(many, List.of(NUMBER))),
                Arguments.of("match", matched(many)),
                Arguments.of("unnest", unnested()),
                Arguments.of("aggregate", distinct(many)),
                Arguments.of("aggregate", aggregated(many, "arg_max", NUMBER, NUMBER)),
                Arguments.of("aggregate", aggregated(many, "take_any", NUMBER)),
                Arguments.of("aggregate", ofAll(many, "dcount", NUMBER)),
                Arguments.of("aggregate", ofAll(many, "hll", NUMBER)),
                Arguments.of("aggregate", ofAll(many, "make_list", NUMBER)),
                Arguments.of("aggregate", ofAll(many, "make_list_with_nulls", NUMBER)),
                Arguments.of("aggregate", ofAll(many, "make_set", NUMBER)),
                Arguments.of("aggregate", ofAll(many, "percentile", NUMBER, new Expr.Literal(Type.REAL, 95.0))),
                Arguments.of("aggregate", ofAll(many, "tdigest", NUMBER)),
                Arguments.of("a sub-query", first(many)),
                Arguments.of("sort", first(sorted(many, OptionalLong.empty()))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("plans")
    void whatNeedsTooMuchIsStopped(String holder, Plan plan) {
        assertThatThrownBy(() -> run(plan))
                .isInstanceOfSatisfying(
                        StoppedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MEMORY))
                .hasMessageContaining("4 MB: " + holder + " holds too many rows");
    }

    @Test
    void rowsOfSubqueriesAreGivenBack() {
        Plan row = new Plan.Values(Schema.of(), List.of(List.of()));
        List<NamedExpr> columns = STARTS.stream()
                .map(start -> new NamedExpr("n" + start, firstOf(sequence(start, SOME))))
                .toList();
        assertThat(run(new Plan.Project(row, columns)).rows()).containsExactly(List.<Object>copyOf(STARTS));
    }

    @Test
    void rowsOfStepsAreGivenBack() {
        Plan union = new Plan.Union(STARTS.stream()
                .<Plan>map(start -> sorted(sequence(start, SOME), OptionalLong.empty()))
                .toList());
        assertThat(run(counted(union)).rows()).containsExactly(List.of(6 * SOME - 15));
    }

    private static Result run(Plan plan) {
        RunOptions options = RunOptions.at(0).withMemoryBytes(BUDGET).withOptimizer(Optimizer.OFF);
        return Engine.run(plan, NO_TABLES, options.withBatchRows(1 << 12));
    }

    private static Plan sorted(Plan input, OptionalLong limit) {
        return new Plan.Sort(
                input, List.of(new SortKey(NUMBER, SortKey.Direction.DESCENDING, SortKey.Nulls.LAST)), limit);
    }

    private static Plan joined(Plan left, Plan right, List<Expr> keys) {
        return new Plan.Join(left, right, JoinKind.INNER, keys, keys);
    }

    private static Plan numbered(Plan input, List<Expr> keys) {
        WindowCall call = new WindowCall("row", WindowFunction.ROW_NUMBER, List.of(number(1), FALSE));
        return new Plan.Window(input, keys, List.of(call));
    }

    private static Plan matched(Plan input) {
        MatchStep step = new MatchStep("s", new Expr.Literal(Type.BOOL, true), List.of(NUMBER), MatchStep.Output.ALL);
        return new Plan.Match(
                input, List.of(), List.of(new NamedExpr("n", number(0))), List.of(step), Optional.empty());
    }

    private static Plan unnested() {
        Expr many = new Expr.Literal(Type.DYNAMIC, Collections.nCopies(100_000, 1L));
        Plan row = new Plan.Values(Schema.of(), List.of(List.of()));
        return new Plan.Unnest(
                row, List.of(new NamedExpr("e", many)), BagElements.ENTRIES, Optional.empty(), Long.MAX_VALUE);
    }

    private static Plan distinct(Plan input) {
        return new Plan.Aggregate(input, List.of(new NamedExpr("n", NUMBER)), List.of());
    }

    /** One group for each number. */
    private static Plan aggregated(Plan input, String name, Expr... arguments) {
        return new Plan.Aggregate(input, List.of(new NamedExpr("n", NUMBER)), List.of(call(name, arguments)));
    }

    /** One group of all numbers. */
    private static Plan ofAll(Plan input, String name, Expr... arguments) {
        return new Plan.Aggregate(input, List.of(), List.of(call(name, arguments)));
    }

    private static Plan counted(Plan input) {
        return ofAll(input, "count");
    }

    private static AggregateCall call(String name, Expr... arguments) {
        List<Expr> list = List.of(arguments);
        AggregateFunction function = Functions.aggregate(
                        Language.KQL, name, list.stream().map(Expr::type).toList())
                .orElseThrow();
        return new AggregateCall(name, function, list, EngineTest.origin());
    }

    private static Plan first(Plan numbers) {
        Plan row = new Plan.Values(Schema.of(), List.of(List.of()));
        return new Plan.Project(row, List.of(new NamedExpr("first", firstOf(numbers))));
    }

    private static Expr firstOf(Plan numbers) {
        return new Expr.Subquery(numbers, Form.FIRST);
    }

    private static Plan numbersTo(long stop) {
        return sequence(1, stop);
    }

    private static Plan sequence(long start, long stop) {
        return new Plan.Sequence("n", number(start), number(stop), number(1));
    }

    private static Expr number(long value) {
        return new Expr.Literal(Type.LONG, value);
    }
}
