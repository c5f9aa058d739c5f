package io.quarry.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A query as far as it is understood without data: for nearly all queries, their plan. */
public sealed interface Draft {
    /** Plans that together read everything that the query may read. */
    List<Plan> reads();

    /**
     * The plan.
     *
     * @param probe into the data over which the plan is to run
     * @throws QueryException if the data shows the query to be wrong, or a value that it needs is not given
     */
    Plan complete(Probe probe);

    /** How the rows are to be drawn; empty if the query does not say. */
    Optional<Chart> chart();

    /** How long the query says that it may run at most; empty if it does not say. */
    Optional<Duration> timeLimit();

    /** A query whose plan depends on no data. */
    record Complete(Plan plan, Optional<Chart> chart, Optional<Duration> timeLimit) implements Draft {
        /** A query that says neither how its rows are drawn nor how long it may run. */
        public Complete(Plan plan) {
            this(plan, Optional.empty());
        }

        /** A query that does not say how long it may run. */
        public Complete(Plan plan, Optional<Chart> chart) {
            this(plan, chart, Optional.empty());
        }

        @Override
        public List<Plan> reads() {
            return List.of(plan);
        }

        @Override
        public Plan complete(Probe probe) {
            return plan;
        }
    }

    /**
     * A query with places for values that it is not given: it can be checked, and does not run.
     *
     * @param plan what it would read, whatever the values
     * @param missing says of each place how to give its value
     */
    record Template(Plan plan, List<Diagnostic> missing) implements Draft {
        public Template {
            missing = List.copyOf(missing);
        }

        @Override
        public List<Plan> reads() {
            return List.of(plan);
        }

        /** Throws. */
        @Override
        public Plan complete(Probe probe) {
            throw new QueryException(missing);
        }

        @Override
        public Optional<Chart> chart() {
            return Optional.empty();
        }

        @Override
        public Optional<Duration> timeLimit() {
            return Optional.empty();
        }
    }

    /**
     * A query whose columns depend on data.
     *
     * @param scans of all tables that it names, with all their columns
     * @param compilation compiles it again, with data
     */
    record Open(List<Plan.Scan> scans, Function<Probe, Plan> compilation, Optional<Chart> chart) implements Draft {
        public Open {
            scans = List.copyOf(scans);
        }

        @Override
        public List<Plan> reads() {
            return List.copyOf(scans);
        }

        @Override
        public Plan complete(Probe probe) {
            return compilation.apply(probe);
        }

        @Override
        public Optional<Duration> timeLimit() {
            return Optional.empty();
        }
    }
}
