package io.quarry.kql.analysis;

import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import io.quarry.plan.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The word {@code null} without a type, which stands for no value; what is compared with it is meant to be tested for null. */
final class BareNull {
    private static final Set<String> EQUAL = Set.of("==", "=~");
    private static final Set<String> UNEQUAL = Set.of("!=", "<>", "!~");

    private final ScalarAnalyzer scalars;

    BareNull(ScalarAnalyzer scalars) {
        this.scalars = scalars;
    }

    static boolean isNull(String name) {
        return name.equalsIgnoreCase("null");
    }

    /** True for {@code x == null} and its like, unless something bears that name. */
    boolean isComparedIn(Expression.Binary binary) {
        return (EQUAL.contains(binary.operator()) || UNEQUAL.contains(binary.operator()))
                && isBare(binary.left()) != isBare(binary.right());
    }

    private boolean isBare(Expression expression) {
        return expression instanceof Expression.Name name
                && isNull(name.name())
                && scalars.row().column(name.name()).isEmpty()
                && scalars.analysis().scope().find(name.name()).isEmpty();
    }

    /** Reports the comparison, with the function that is meant: a text is never null. */
    Scalar compared(Expression.Binary binary) {
        boolean nullFirst = isBare(binary.left());
        Expression value = nullFirst ? binary.right() : binary.left();
        Expression bare = nullFirst ? binary.left() : binary.right();
        Scalar tested = scalars.analyze(value);
        boolean text = tested.isKnown() && tested.type() == Type.STRING;
        boolean negated = UNEQUAL.contains(binary.operator());
        String function = (negated ? "isnot" : "is") + (text ? "empty" : "null");
        Span before = new Span(binary.span().start(), value.span().start());
        Span after = new Span(value.span().end(), binary.span().end());
        scalars.analysis()
                .problems()
                .report(
                        KqlCode.UNKNOWN_COLUMN,
                        bare.span(),
                        "'" + ((Expression.Name) bare).name() + "' is no value that can be compared",
                        List.of(
                                text
                                        ? function + "() tests a string, which is never null"
                                        : function + "() tests for null"),
                        Optional.of(new Repair(
                                "write " + function + "(...)",
                                List.of(new TextEdit(before, function + "("), new TextEdit(after, ")")))));
        return Scalar.unknown(Type.BOOL);
    }
}
