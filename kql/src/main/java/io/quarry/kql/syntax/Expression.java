package io.quarry.kql.syntax;

import io.quarry.data.Type;
import io.quarry.plan.Span;
import java.util.List;

/**
 * An expression as it is written, scalar or tabular: KQL's grammar does not tell these apart. Immutable; each node keeps its
 * span.
 */
public sealed interface Expression {
    Span span();

    <R> R accept(Visitor<R> visitor);

    /** True for a value that is written out, with a sign or without. */
    default boolean isLiteral() {
        return this instanceof Literal
                || this instanceof TypedLiteral
                || this instanceof Dynamic
                || this instanceof Sign sign && sign.operand().isLiteral();
    }

    /** A name that stands for a column, variable or table. */
    record Name(Span span, String name) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.name(this);
        }
    }

    /** A number, string, bool or timespan, with its boxed value. */
    record Literal(Span span, Type type, Object value) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.literal(this);
        }
    }

    /** {@code datetime(2024-02-29)} and its like; the content is raw. */
    record TypedLiteral(Span span, Type type, String content) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.typedLiteral(this);
        }
    }

    /** {@code dynamic(...)} around a literal, {@link DynamicArray} or {@link DynamicBag}. */
    record Dynamic(Span span, Expression value) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dynamic(this);
        }
    }

    /** An array inside {@link Dynamic}. */
    record DynamicArray(Span span, List<Expression> elements) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dynamicArray(this);
        }
    }

    /** A bag inside {@link Dynamic}. */
    record DynamicBag(Span span, List<Entry> entries) implements Expression {
        /** A key with its value. */
        public record Entry(String key, Expression value) {}

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dynamicBag(this);
        }
    }

    /** {@code typeof(long)}. */
    record TypeOf(Span span, Type type) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.typeOf(this);
        }
    }

    /** {@code *}. */
    record Star(Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.star(this);
        }
    }

    /** A name with wildcards: {@code Device*Events}. */
    record Pattern(Span span, String pattern) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pattern(this);
        }
    }

    /** {@code -x} or {@code +x}. */
    record Sign(Span span, String operator, Expression operand) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sign(this);
        }
    }

    /** Arithmetic, comparison or string operator, negated ones under their own name ({@code !has}). */
    record Binary(Span span, String operator, Span operatorSpan, Expression left, Expression right)
            implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    /** Operands joined by {@code and} or by {@code or}, at least two. */
    record Logical(Span span, Connective connective, List<Expression> operands) implements Expression {
        /** What joins the operands. */
        public enum Connective {
            AND,
            OR;

            /** As it is written. */
            public String word() {
                return this == AND ? "and" : "or";
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.logical(this);
        }
    }

    /** {@code x in (a, b)}, its variants, {@code has_any} and {@code has_all}. */
    record Membership(Span span, String operator, Span operatorSpan, Expression value, List<Expression> members)
            implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.membership(this);
        }
    }

    /** {@code x between (low .. high)} or {@code !between}. */
    record Between(Span span, String operator, Span operatorSpan, Expression value, Expression low, Expression high)
            implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.between(this);
        }
    }

    /** {@code function(arguments)}. */
    record Call(Span span, Name function, List<Expression> arguments) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** {@code object.member}. */
    record Member(Span span, Expression object, Name member) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.member(this);
        }
    }

    /** {@code object[index]}. */
    record Element(Span span, Expression object, Expression index) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.element(this);
        }
    }

    /** An expression in parentheses. */
    record Parenthesized(Span span, Expression inner) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.parenthesized(this);
        }
    }

    /** {@code name = value} or {@code (a, b) = value}, in lists that name columns and in arguments. */
    record Named(Span span, List<Name> names, Expression value) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.named(this);
        }
    }

    /** {@code source | operator | operator}. */
    record Pipe(Span span, Expression source, List<Operator> operators) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pipe(this);
        }
    }

    /** An operator that begins a query: {@code union}, {@code range}, {@code print}. */
    record Leading(Operator operator) implements Expression {
        @Override
        public Span span() {
            return operator.span();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.leading(this);
        }
    }

    /** {@code datatable (columns) [values]}. */
    record DataTable(Span span, List<ColumnDeclaration> columns, List<Expression> values) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dataTable(this);
        }
    }

    /**
     * {@code externaldata (columns) [locations] with (properties)}.
     *
     * @param properties named values, if written as they have to be
     */
    record ExternalData(
            Span span, List<ColumnDeclaration> columns, List<Expression> locations, List<Expression> properties)
            implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.externalData(this);
        }
    }

    /** A construct that is known by name and not parsed further. */
    record Foreign(Span span, String construct) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.foreign(this);
        }
    }

    /** What stands where an expression could not be read; already reported. */
    record Broken(Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.broken(this);
        }
    }

    /** One method a node and no default. */
    interface Visitor<R> {
        R name(Name name);

        R literal(Literal literal);

        R typedLiteral(TypedLiteral literal);

        R dynamic(Dynamic dynamic);

        R dynamicArray(DynamicArray array);

        R dynamicBag(DynamicBag bag);

        R typeOf(TypeOf typeOf);

        R star(Star star);

        R pattern(Pattern pattern);

        R sign(Sign sign);

        R binary(Binary binary);

        R logical(Logical logical);

        R membership(Membership membership);

        R between(Between between);

        R call(Call call);

        R member(Member member);

        R element(Element element);

        R parenthesized(Parenthesized parenthesized);

        R named(Named named);

        R pipe(Pipe pipe);

        R leading(Leading leading);

        R dataTable(DataTable table);

        R externalData(ExternalData data);

        R foreign(Foreign foreign);

        R broken(Broken broken);
    }
}
