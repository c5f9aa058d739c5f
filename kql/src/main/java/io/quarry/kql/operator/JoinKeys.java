package io.quarry.kql.operator;

import io.quarry.data.Type;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.DynamicKeys;
import io.quarry.kql.analysis.UnknownNames;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Conversions;
import io.quarry.plan.Expr;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The conditions of a join: common columns, or {@code $left.a == $right.b}; several are joined by commas or {@code and}.
 */
final class JoinKeys {
    private final Analysis analysis;
    private final Relation left;
    private final Relation right;
    private final List<Expr> leftKeys = new ArrayList<>();
    private final List<Expr> rightKeys = new ArrayList<>();
    private final List<String> rightNames = new ArrayList<>();

    JoinKeys(Analysis analysis, Relation left, Relation right) {
        this.analysis = analysis;
        this.left = left;
        this.right = right;
    }

    List<Expr> left() {
        return leftKeys;
    }

    List<Expr> right() {
        return rightKeys;
    }

    /** The names of the right columns that are keys. */
    List<String> rightNames() {
        return rightNames;
    }

    void add(Expression condition) {
        if (condition instanceof Expression.Parenthesized parenthesized) {
            add(parenthesized.inner());
        } else if (condition instanceof Expression.Logical logical
                && logical.connective() == Expression.Logical.Connective.AND) {
            logical.operands().forEach(this::add);
        } else if (condition instanceof Expression.Name name) {
            common(name);
        } else if (condition instanceof Expression.Binary binary
                && binary.operator().equals("==")) {
            pair(binary);
        } else {
            refuse(condition.span());
        }
    }

    private void refuse(Span span) {
        analysis.report(
                KqlCode.JOIN_CONDITION,
                span,
                "a join's condition is the name of a common column or $left.a == $right.b",
                "compute the key with extend before the join");
    }

    private void common(Expression.Name name) {
        Optional<Scalar> ofLeft = left.column(name.name());
        Optional<Scalar> ofRight = right.column(name.name());
        if (ofLeft.isEmpty() && ofRight.isEmpty()) {
            new UnknownNames(analysis).column(name, left);
        } else if (ofLeft.isEmpty() || ofRight.isEmpty()) {
            analysis.report(
                    KqlCode.JOIN_CONDITION,
                    name.span(),
                    "the column '" + name.name() + "' is on the " + (ofLeft.isEmpty() ? "right" : "left")
                            + " side of the join only",
                    "write $left.a == $right.b");
        } else {
            boolean known = ofLeft.get().isKnown() && ofRight.get().isKnown();
            if (known && ofLeft.get().type() != ofRight.get().type()) {
                differentTypes(ofLeft.get().type(), ofRight.get().type(), name.span());
            } else {
                key(ofLeft.get(), ofRight.get(), name.name(), name.span());
            }
        }
    }

    private void pair(Expression.Binary binary) {
        Optional<Expression.Name> leftName = side(binary.left(), "$left");
        Optional<Expression.Name> rightName = side(binary.right(), "$right");
        if (leftName.isEmpty() || rightName.isEmpty()) {
            refuse(leftName.isEmpty() ? binary.left().span() : binary.right().span());
            return;
        }
        Optional<Scalar> ofLeft = column(left, leftName.get());
        Optional<Scalar> ofRight = column(right, rightName.get());
        if (ofLeft.isPresent() && ofRight.isPresent()) {
            key(ofLeft.get(), ofRight.get(), rightName.get().name(), binary.span());
        }
    }

    private static Optional<Expression.Name> side(Expression operand, String side) {
        return operand instanceof Expression.Member member
                        && member.object() instanceof Expression.Name object
                        && object.name().equals(side)
                ? Optional.of(member.member())
                : Optional.empty();
    }

    private Optional<Scalar> column(Relation rows, Expression.Name name) {
        Optional<Scalar> column = rows.column(name.name());
        if (column.isEmpty()) {
            new UnknownNames(analysis).column(name, rows);
        }
        return column;
    }

    private void key(Scalar ofLeft, Scalar ofRight, String rightName, Span span) {
        rightNames.add(rightName);
        if (!ofLeft.isKnown() || !ofRight.isKnown()) {
            Type type = ofLeft.isKnown() ? ofLeft.type() : ofRight.isKnown() ? ofRight.type() : Type.LONG;
            leftKeys.add(ofLeft.isKnown() ? ofLeft.expr() : new Expr.Literal(type, null));
            rightKeys.add(ofRight.isKnown() ? ofRight.expr() : new Expr.Literal(type, null));
            return;
        }
        Type a = ofLeft.type();
        Type b = ofRight.type();
        if (a == Type.DYNAMIC || b == Type.DYNAMIC) {
            DynamicKeys.refuse(analysis, span, "join");
            return;
        }
        boolean whole = (a == Type.INT || a == Type.LONG) && (b == Type.INT || b == Type.LONG);
        if (a != b && !whole) {
            differentTypes(a, b, span);
            return;
        }
        Type type = a == b ? a : Type.LONG;
        leftKeys.add(
                Conversions.convert(ofLeft.expr(), type, analysis.origin(span)).orElseThrow());
        rightKeys.add(
                Conversions.convert(ofRight.expr(), type, analysis.origin(span)).orElseThrow());
    }

    private void differentTypes(Type ofLeft, Type ofRight, Span span) {
        analysis.report(
                KqlCode.JOIN_KEY_TYPE,
                span,
                "the key is of type " + ofLeft.label() + " on the left and of type " + ofRight.label()
                        + " on the right",
                "convert one side with extend before the join");
    }
}
