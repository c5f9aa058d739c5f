package io.quarry.sigma;

import io.quarry.data.Type;
import io.quarry.plan.Span;
import java.util.List;
import java.util.Objects;

/**
 * What a selection or condition asks of an event, in the rule's own field names: true or false, never unknown. Immutable.
 */
sealed interface Match {
    <R> R accept(Visitor<R> visitor);

    /**
     * A function of a field and, for most, of something written in the rule.
     *
     * @param function the function's name in Sigma's part of the registry
     * @param arguments what follows the field
     */
    record Test(String field, String function, List<Argument> arguments, Span span) implements Match {
        public Test {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(function, "function");
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.test(this);
        }
    }

    /** All hold. */
    record All(List<Match> parts) implements Match {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.all(this);
        }
    }

    /** At least {@code count} hold. */
    record Some(int count, List<Match> parts) implements Match {
        public Some {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.some(this);
        }
    }

    record Not(Match part) implements Match {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    /** Every event. */
    record Always() implements Match {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.always(this);
        }
    }

    /** What a test is given besides its field. */
    sealed interface Argument {
        /** A value of the rule, as a literal of that type. */
        record Constant(Type type, Object value) implements Argument {}

        /** Another field of the same event. */
        record Field(String name) implements Argument {}
    }

    interface Visitor<R> {
        R test(Test test);

        R all(All all);

        R some(Some some);

        R not(Not not);

        R always(Always always);
    }

    static Match all(List<Match> parts) {
        return parts.size() == 1 ? parts.get(0) : new All(parts);
    }

    static Match any(List<Match> parts) {
        return parts.size() == 1 ? parts.get(0) : new Some(1, parts);
    }
}
