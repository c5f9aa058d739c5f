package io.quarry.aql.syntax;

import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An expression or condition as it was written; AQL has one grammar for both. Immutable. */
public sealed interface Expression {
    /** Where it stands, without parentheses around it. */
    Span span();

    List<Expression> children();

    <R> R accept(Visitor<R> visitor);

    /** This expression without the parentheses around it. */
    default Expression bare() {
        Expression inner = this;
        while (inner instanceof Group group) {
            inner = group.inner();
        }
        return inner;
    }

    /** {@code 'text'}, with doubled quotes undone. */
    record Text(Span span, String value) implements Expression {
        /** A text as AQL writes it. */
        public static String quoted(String value) {
            return "'" + value.replace("'", "''") + "'";
        }

        @Override
        public List<Expression> children() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /** An integer, decimal or hexadecimal. */
    record Whole(Span span, long value) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.whole(this);
        }
    }

    /** A number with a fraction. */
    record Decimal(Span span, double value) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.decimal(this);
        }
    }

    /** {@code true} or {@code false} without quotes. */
    record Truth(Span span, boolean value) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.truth(this);
        }
    }

    /** {@code NULL}. */
    record Null(Span span) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nothing(this);
        }
    }

    /** The name of a field, property or alias. */
    record Name(Span span, String text, boolean quoted) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.name(this);
        }
    }

    /** {@code *} in a select list or in {@code COUNT(*)}. */
    record Star(Span span) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.star(this);
        }
    }

    /**
     * A call.
     *
     * @param name as written; with its namespace, {@code GEO::LOOKUP}, where there is one
     */
    record Call(Span span, Span nameSpan, String name, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        public boolean isNamed(String function) {
            return name.equalsIgnoreCase(function);
        }

        @Override
        public List<Expression> children() {
            return arguments;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** {@code -x} or {@code ~x}. */
    record Unary(Span span, UnaryOperator operator, Expression operand) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unary(this);
        }
    }

    /** Arithmetic or a comparison. */
    record Binary(Span span, BinaryOperator operator, Span operatorSpan, Expression left, Expression right)
            implements Expression {
        @Override
        public List<Expression> children() {
            return List.of(left, right);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    /**
     * A test against a pattern.
     *
     * @param operatorSpan from {@code NOT}, where it stands, to the last word of the operator
     * @param patterns several for {@code ENUMERATION(...)}
     */
    record Match(
            Span span,
            MatchOperator operator,
            Span operatorSpan,
            boolean negated,
            Expression operand,
            List<Expression> patterns)
            implements Expression {
        public Match {
            patterns = List.copyOf(patterns);
        }

        @Override
        public List<Expression> children() {
            return prepend(operand, patterns);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.match(this);
        }
    }

    /** {@code x IN (a, b)}. */
    record In(Span span, boolean negated, Expression operand, List<Expression> values) implements Expression {
        public In {
            values = List.copyOf(values);
        }

        @Override
        public List<Expression> children() {
            return prepend(operand, values);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.in(this);
        }
    }

    /** {@code x IN (SELECT ...)}. The inner query's expressions are no children. */
    record InQuery(Span span, boolean negated, Expression operand, Query query) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inQuery(this);
        }
    }

    record Between(Span span, boolean negated, Expression operand, Expression low, Expression high)
            implements Expression {
        @Override
        public List<Expression> children() {
            return List.of(operand, low, high);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.between(this);
        }
    }

    record IsNull(Span span, boolean negated, Expression operand) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.isNull(this);
        }
    }

    record Not(Span span, Expression operand) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    /** A chain of {@code AND} or of {@code OR}, two operands or more. */
    record Logical(Span span, Connective connective, List<Expression> operands) implements Expression {
        public Logical {
            operands = List.copyOf(operands);
        }

        @Override
        public List<Expression> children() {
            return operands;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.logical(this);
        }
    }

    /** {@code WHEN condition THEN value}. */
    record When(Expression condition, Expression value) {}

    /**
     * Both forms of {@code CASE}.
     *
     * @param operand what the {@code WHEN}s are compared with, in the simple form
     */
    record Case(Span span, Optional<Expression> operand, List<When> whens, Optional<Expression> otherwise)
            implements Expression {
        public Case {
            whens = List.copyOf(whens);
        }

        @Override
        public List<Expression> children() {
            List<Expression> all = new ArrayList<>();
            operand.ifPresent(all::add);
            for (When when : whens) {
                all.add(when.condition());
                all.add(when.value());
            }
            otherwise.ifPresent(all::add);
            return all;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.caseOf(this);
        }
    }

    /** {@code IF condition THEN value ELSE otherwise}. */
    record If(Span span, Expression condition, Expression value, Expression otherwise) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of(condition, value, otherwise);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ifElse(this);
        }
    }

    /** An expression in parentheses; the span includes them. */
    record Group(Span span, Expression inner) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of(inner);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.group(this);
        }
    }

    /** A value of a template that is not given. */
    record Unfilled(Span span, Placeholder placeholder) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unfilled(this);
        }
    }

    /** What could not be read; it has been reported. */
    record Faulty(Span span) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.faulty(this);
        }
    }

    /** One method a kind of node and no default: a new kind does not compile until every visitor has it. */
    interface Visitor<R> {
        R text(Text text);

        R whole(Whole whole);

        R decimal(Decimal decimal);

        R truth(Truth truth);

        R nothing(Null nothing);

        R name(Name name);

        R star(Star star);

        R call(Call call);

        R unary(Unary unary);

        R binary(Binary binary);

        R match(Match match);

        R in(In in);

        R inQuery(InQuery inQuery);

        R between(Between between);

        R isNull(IsNull isNull);

        R not(Not not);

        R logical(Logical logical);

        R caseOf(Case caseOf);

        R ifElse(If ifElse);

        R group(Group group);

        R unfilled(Unfilled unfilled);

        R faulty(Faulty faulty);
    }

    private static List<Expression> prepend(Expression first, List<Expression> rest) {
        List<Expression> all = new ArrayList<>(rest.size() + 1);
        all.add(first);
        all.addAll(rest);
        return all;
    }
}
