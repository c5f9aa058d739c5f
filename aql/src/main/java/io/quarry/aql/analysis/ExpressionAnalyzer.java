package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlColumn;
import io.quarry.aql.catalog.AqlType;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.BinaryOperator;
import io.quarry.aql.syntax.Connective;
import io.quarry.aql.syntax.Expression;
import io.quarry.aql.syntax.RegexLiteral;
import io.quarry.aql.syntax.UnaryOperator;
import io.quarry.data.Type;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import io.quarry.plan.Repair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Expressions to typed expressions. What is faulty is reported and becomes {@code NULL}, so that analysis goes on. */
final class ExpressionAnalyzer implements Expression.Visitor<Typed> {
    private final QueryScope scope;
    private final NameAnalyzer names;
    private final ComparisonAnalyzer comparisons;
    private final MatchAnalyzer matches;
    private final CallAnalyzer calls;

    ExpressionAnalyzer(QueryScope scope) {
        this.scope = scope;
        this.names = new NameAnalyzer(scope);
        this.comparisons = new ComparisonAnalyzer(scope);
        this.matches = new MatchAnalyzer(scope, this);
        this.calls = new CallAnalyzer(scope, this);
    }

    Typed analyze(Expression expression) {
        return expression.accept(this);
    }

    /** An expression in the place of a condition. */
    Expr condition(Expression expression) {
        if (expression.bare() instanceof Expression.Unfilled unfilled) {
            unfilled.placeholder().refuse(scope.findings(), unfilled.span(), "a condition");
            return Typed.absent(AqlType.BOOLEAN).expr();
        }
        Typed typed = analyze(expression);
        if (typed.type() == AqlType.BOOLEAN) {
            return typed.expr();
        }
        if (expression.bare() instanceof Expression.Text text) {
            wordsAsCondition(text);
        } else if (!typed.isNothing()) {
            scope.findings()
                    .add(
                            AqlCode.CONDITION_EXPECTED,
                            expression.span(),
                            typed.type().labelWithArticle() + " stands where a condition belongs",
                            "compare it: x = 5, x LIKE 'a%', x IS NOT NULL");
        }
        return Typed.absent(AqlType.BOOLEAN).expr();
    }

    /** A text in the place of a condition, as converters leave it of a search for words. */
    private void wordsAsCondition(Expression.Text text) {
        boolean isLiteral = text.value().chars().noneMatch(c -> c == '%' || c == '_');
        String contains = isLiteral
                ? "UTF8(payload) ILIKE '%" + text.value().replace("'", "''") + "%'"
                : "UTF8(payload) IMATCHES '(?s).*"
                        + RegexLiteral.of(text.value()).replace("'", "''") + ".*'";
        String message = "a text stands where a condition belongs";
        if (!text.value().isBlank() && scope.rows().columns().bare("payload").isPresent()) {
            scope.findings()
                    .add(
                            Repair.replace("look for the text in the payload", text.span(), contains),
                            AqlCode.CONDITION_EXPECTED,
                            text.span(),
                            message,
                            "write " + contains);
        } else {
            scope.findings().add(AqlCode.CONDITION_EXPECTED, text.span(), message, "compare it with a field");
        }
    }

    @Override
    public Typed text(Expression.Text text) {
        return scope.aliasInText(text.value()).orElseGet(() -> Typed.text(text.value()));
    }

    @Override
    public Typed whole(Expression.Whole whole) {
        return Typed.whole(whole.value());
    }

    @Override
    public Typed decimal(Expression.Decimal decimal) {
        return Typed.decimal(decimal.value());
    }

    @Override
    public Typed truth(Expression.Truth truth) {
        return Typed.condition(new Expr.Literal(Type.BOOL, truth.value()));
    }

    @Override
    public Typed nothing(Expression.Null nothing) {
        return Typed.nothing();
    }

    @Override
    public Typed name(Expression.Name name) {
        return names.resolve(name);
    }

    @Override
    public Typed star(Expression.Star star) {
        scope.findings()
                .add(
                        CommonCode.SYNTAX,
                        star.span(),
                        "found * where a value belongs",
                        "x IS NOT NULL asks whether there is a value; x LIKE 'a%' asks how it begins");
        return Typed.nothing();
    }

    @Override
    public Typed call(Expression.Call call) {
        return calls.analyze(call);
    }

    /** What stands where a text is likely, as on the right of a comparison: a name that is none lacks its quotes. */
    Typed compared(Expression expression) {
        if (expression.bare() instanceof Expression.Name name && names.isUnknown(name)) {
            names.reportTextWithoutQuotes(name);
            return Typed.nothing();
        }
        return analyze(expression);
    }

    @Override
    public Typed unary(Expression.Unary unary) {
        Typed operand = analyze(unary.operand());
        if (operand.isNothing()) {
            return operand;
        }
        if (!operand.type().isNumber()) {
            return wrongType(unary.operand(), operand.type(), "a number");
        }
        Origin origin = scope.origin(unary.span());
        if (unary.operator() == UnaryOperator.MINUS) {
            Typed zero = operand.type() == AqlType.DOUBLE ? Typed.decimal(0) : Typed.whole(0);
            return Typed.of(Operators.call("-", origin, zero.expr(), operand.expr()), zero.type());
        }
        if (operand.type() == AqlType.DOUBLE) {
            return wrongType(unary.operand(), operand.type(), "an integer");
        }
        return Typed.of(Operators.call("~", origin, operand.expr()), AqlType.LONG);
    }

    @Override
    public Typed binary(Expression.Binary binary) {
        Optional<AqlColumn> hyphened = names.hyphened(binary);
        if (hyphened.isPresent()) {
            return scope.rows().read(hyphened.get());
        }
        if (RepeatedComparison.report(binary, scope.findings())) {
            analyze(binary.left());
            return Typed.absent(AqlType.BOOLEAN);
        }
        if (ForeignJoining.report(binary, scope.findings())) {
            ForeignJoining.parts(binary).forEach(this::analyze);
            return Typed.nothing();
        }
        Typed left = analyze(binary.left());
        Typed right = binary.operator().isComparison() ? compared(binary.right()) : analyze(binary.right());
        if (binary.operator().isComparison()) {
            return truth(comparisons.compare(binary.operator(), binary, left, right));
        }
        return arithmetic(binary, left, right);
    }

    private Typed arithmetic(Expression.Binary binary, Typed left, Typed right) {
        if (left.isNothing() || right.isNothing()) {
            return Typed.nothing();
        }
        if (!left.type().isNumber()) {
            return wrongType(binary.left(), left.type(), "a number");
        }
        if (!right.type().isNumber()) {
            return wrongType(binary.right(), right.type(), "a number");
        }
        boolean bits =
                switch (binary.operator()) {
                    case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED, BIT_AND, BIT_OR, BIT_XOR -> true;
                    case POWER,
                            MULTIPLY,
                            DIVIDE,
                            REMAINDER,
                            ADD,
                            SUBTRACT,
                            EQUAL,
                            NOT_EQUAL,
                            LESS,
                            LESS_OR_EQUAL,
                            GREATER,
                            GREATER_OR_EQUAL -> false;
                };
        boolean decimal = left.type() == AqlType.DOUBLE || right.type() == AqlType.DOUBLE;
        if (bits && decimal) {
            return wrongType(
                    left.type() == AqlType.DOUBLE ? binary.left() : binary.right(), AqlType.DOUBLE, "an integer");
        }
        Origin origin = scope.origin(binary.span());
        Expr a = decimal ? Conversion.toDouble(left, origin) : left.expr();
        Expr b = decimal ? Conversion.toDouble(right, origin) : right.expr();
        boolean isTime = !decimal
                && (left.type() == AqlType.TIME) != (right.type() == AqlType.TIME)
                && (binary.operator() == BinaryOperator.ADD || binary.operator() == BinaryOperator.SUBTRACT);
        AqlType type = decimal ? AqlType.DOUBLE : isTime ? AqlType.TIME : AqlType.LONG;
        return Typed.of(Operators.call(binary.operator().symbol(), origin, a, b), type);
    }

    @Override
    public Typed match(Expression.Match match) {
        return negated(match.negated(), truth(matches.analyze(match)));
    }

    @Override
    public Typed in(Expression.In in) {
        Typed operand = analyze(in.operand());
        if (operand.type() == AqlType.IP && AddressRanges.report(in, scope.findings())) {
            return Typed.absent(AqlType.BOOLEAN);
        }
        Optional<Expr> member = comparisons.member(in, operand);
        if (member.isPresent()) {
            return negated(in.negated(), truth(Typed.condition(member.get())));
        }
        List<Expr> any = new ArrayList<>();
        for (Expression value : in.values()) {
            Expression.Binary equality =
                    new Expression.Binary(value.span(), BinaryOperator.EQUAL, value.span(), in.operand(), value);
            any.add(truth(comparisons.compare(BinaryOperator.EQUAL, equality, operand, compared(value)))
                    .expr());
        }
        return negated(in.negated(), Typed.condition(any.size() == 1 ? any.get(0) : new Expr.Or(any)));
    }

    @Override
    public Typed inQuery(Expression.InQuery inQuery) {
        Typed test = new QueryMembership(scope, this).analyze(inQuery);
        return negated(inQuery.negated(), truth(test));
    }

    @Override
    public Typed between(Expression.Between between) {
        Typed operand = analyze(between.operand());
        Expr low = bound(BinaryOperator.GREATER_OR_EQUAL, between, operand, between.low());
        Expr high = bound(BinaryOperator.LESS_OR_EQUAL, between, operand, between.high());
        return negated(between.negated(), Typed.condition(new Expr.And(List.of(low, high))));
    }

    private Expr bound(BinaryOperator operator, Expression.Between between, Typed operand, Expression bound) {
        Expression.Binary comparison =
                new Expression.Binary(between.span(), operator, bound.span(), between.operand(), bound);
        return truth(comparisons.compare(operator, comparison, operand, compared(bound)))
                .expr();
    }

    @Override
    public Typed isNull(Expression.IsNull isNull) {
        Typed operand = analyze(isNull.operand());
        Expr test = Operators.call("IS NULL", scope.origin(isNull.span()), operand.expr());
        return negated(isNull.negated(), Typed.condition(test));
    }

    @Override
    public Typed not(Expression.Not not) {
        return negated(true, Typed.condition(condition(not.operand())));
    }

    @Override
    public Typed logical(Expression.Logical logical) {
        List<Expr> operands = new ArrayList<>();
        for (int i = 0; i < logical.operands().size(); i++) {
            boolean isLeftOut = i > 0 && RepeatedComparison.report(logical, i, scope.findings());
            operands.add(
                    isLeftOut
                            ? Typed.absent(AqlType.BOOLEAN).expr()
                            : condition(logical.operands().get(i)));
        }
        return Typed.condition(logical.connective() == Connective.AND ? new Expr.And(operands) : new Expr.Or(operands));
    }

    @Override
    public Typed caseOf(Expression.Case caseOf) {
        List<Expr> conditions = new ArrayList<>();
        List<Typed> values = new ArrayList<>();
        Optional<Typed> operand = caseOf.operand().map(this::analyze);
        for (Expression.When when : caseOf.whens()) {
            conditions.add(
                    operand.isEmpty()
                            ? condition(when.condition())
                            : equal(caseOf.operand().orElseThrow(), operand.get(), when.condition()));
            values.add(analyze(when.value()));
        }
        values.add(caseOf.otherwise().map(this::analyze).orElseGet(Typed::nothing));
        return choice(caseOf, conditions, values);
    }

    private Expr equal(Expression operand, Typed analyzed, Expression value) {
        Expression.Binary equality =
                new Expression.Binary(value.span(), BinaryOperator.EQUAL, value.span(), operand, value);
        return comparisons
                .compare(BinaryOperator.EQUAL, equality, analyzed, analyze(value))
                .expr();
    }

    @Override
    public Typed ifElse(Expression.If ifElse) {
        List<Expr> condition = List.of(condition(ifElse.condition()));
        return choice(ifElse, condition, List.of(analyze(ifElse.value()), analyze(ifElse.otherwise())));
    }

    /** @param values one more than conditions */
    private Typed choice(Expression whole, List<Expr> conditions, List<Typed> values) {
        Origin origin = scope.origin(whole.span());
        AqlType type = Conversion.common(values);
        List<Expr> converted =
                values.stream().map(value -> Conversion.to(type, value, origin)).toList();
        int last = converted.size() - 1;
        return Typed.of(new Expr.Case(conditions, converted.subList(0, last), converted.get(last)), type);
    }

    @Override
    public Typed group(Expression.Group group) {
        return analyze(group.inner());
    }

    @Override
    public Typed unfilled(Expression.Unfilled unfilled) {
        unfilled.placeholder().report(scope.findings(), unfilled.span());
        return Typed.nothing();
    }

    @Override
    public Typed faulty(Expression.Faulty faulty) {
        return Typed.nothing();
    }

    Typed wrongType(Expression expression, AqlType found, String required) {
        scope.findings()
                .add(
                        AqlCode.WRONG_ARGUMENT_TYPE,
                        expression.span(),
                        "Wrong argument type: " + found.labelWithArticle() + " stands where " + required
                                + " is required");
        return Typed.nothing();
    }

    /** A test under the switch for absent values. */
    private Typed truth(Typed test) {
        return comparisons.decided(test);
    }

    private static Typed negated(boolean negated, Typed condition) {
        return negated ? Typed.condition(new Expr.Not(condition.expr())) : condition;
    }
}
