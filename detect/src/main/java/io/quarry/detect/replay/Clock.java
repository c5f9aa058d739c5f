package io.quarry.detect.replay;

import io.quarry.plan.AggregateCall;
import io.quarry.plan.Expr;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Parameters;
import io.quarry.plan.Plan;
import io.quarry.plan.SortKey;
import io.quarry.plan.WindowCall;
import java.util.List;
import java.util.stream.Stream;

/** Whether a plan or expression depends on the time at which it runs. */
final class Clock {
    private Clock() {}

    /** True if the answer of the plan depends on {@link Parameters#NOW}. */
    static boolean isReadBy(Plan plan) {
        return expressions(plan).anyMatch(Clock::isReadBy)
                || plan.inputs().stream().anyMatch(Clock::isReadBy);
    }

    static boolean isReadBy(Expr expr) {
        return expr.equals(Parameters.NOW) || expr.children().stream().anyMatch(Clock::isReadBy);
    }

    /** The expressions of a step itself, not of its inputs. */
    private static Stream<Expr> expressions(Plan plan) {
        return plan.accept(new Plan.Visitor<Stream<Expr>>() {
            @Override
            public Stream<Expr> scan(Plan.Scan scan) {
                return Stream.empty();
            }

            @Override
            public Stream<Expr> values(Plan.Values values) {
                return Stream.empty();
            }

            @Override
            public Stream<Expr> sequence(Plan.Sequence sequence) {
                return Stream.of(sequence.start(), sequence.stop(), sequence.step());
            }

            @Override
            public Stream<Expr> filter(Plan.Filter filter) {
                return Stream.of(filter.condition());
            }

            @Override
            public Stream<Expr> project(Plan.Project project) {
                return project.columns().stream().map(NamedExpr::expr);
            }

            @Override
            public Stream<Expr> aggregate(Plan.Aggregate aggregate) {
                return Stream.concat(
                        aggregate.keys().stream().map(NamedExpr::expr),
                        aggregate.calls().stream().map(AggregateCall::arguments).flatMap(List::stream));
            }

            @Override
            public Stream<Expr> join(Plan.Join join) {
                return Stream.concat(join.leftKeys().stream(), join.rightKeys().stream());
            }

            @Override
            public Stream<Expr> unnest(Plan.Unnest unnest) {
                return unnest.collections().stream().map(NamedExpr::expr);
            }

            @Override
            public Stream<Expr> union(Plan.Union union) {
                return Stream.empty();
            }

            @Override
            public Stream<Expr> sort(Plan.Sort sort) {
                return sort.keys().stream().map(SortKey::expr);
            }

            @Override
            public Stream<Expr> limit(Plan.Limit limit) {
                return Stream.empty();
            }

            @Override
            public Stream<Expr> window(Plan.Window window) {
                return Stream.concat(
                        window.partitionKeys().stream(),
                        window.calls().stream().map(WindowCall::arguments).flatMap(List::stream));
            }
        });
    }
}
