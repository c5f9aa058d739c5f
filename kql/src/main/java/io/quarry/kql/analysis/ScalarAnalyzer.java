package io.quarry.kql.analysis;

import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.AggregateCollector;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.Scope;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Shape;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Expr;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives expressions that stand for one value their meaning. */
public final class ScalarAnalyzer implements Expression.Visitor<Scalar> {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<>", "<", "<=", ">", ">=");

    private final Analysis analysis;
    private final Relation row;
    private final Optional<AggregateCollector> aggregates;

    public ScalarAnalyzer(Analysis analysis, Relation row) {
        this(analysis, row, Optional.empty());
    }

    /** @param aggregates takes the calls of aggregate functions, where these may stand */
    public ScalarAnalyzer(Analysis analysis, Relation row, Optional<AggregateCollector> aggregates) {
        this.analysis = analysis;
        this.row = row;
        this.aggregates = aggregates;
    }

    Analysis analysis() {
        return analysis;
    }

    Relation row() {
        return row;
    }

    public Scalar analyze(Expression expression) {
        return expression.accept(this);
    }

    /** A condition; what is none is reported. */
    public Scalar condition(Expression expression) {
        return condition(analyze(expression), expression.span());
    }

    private Scalar condition(Scalar value, Span span) {
        if (value.isKnown() && value.type() != Type.BOOL) {
            analysis.report(
                    KqlCode.WRONG_TYPE,
                    span,
                    "a condition has type bool, found " + value.type().label());
        }
        return value.type() == Type.BOOL ? value : Scalar.unknown(Type.BOOL);
    }

    @Override
    public Scalar name(Expression.Name name) {
        if (row.schema().indexOf(name.name()) >= 0) {
            return row.column(name.name()).orElseThrow();
        }
        Optional<Scope.Binding> binding = analysis.scope().find(name.name());
        if (binding.isPresent() && binding.get() instanceof Scope.Value value) {
            return variable(name, value);
        }
        if (binding.isPresent() && binding.get() instanceof Scope.State) {
            return new States(analysis).whole(name);
        }
        if (binding.isPresent()
                && binding.get() instanceof Scope.Function function
                && function.result() == Scope.Function.Result.VALUE) {
            return new FunctionCalls(analysis)
                    .scalar(new Expression.Call(name.span(), name, List.of()), function, this);
        }
        Optional<Scalar> open = row.column(name.name());
        if (open.isPresent()) {
            return open.get();
        }
        if (aggregates.isPresent()
                && aggregates.get().input().column(name.name()).isPresent()) {
            analysis.report(
                    KqlCode.NOT_AGGREGATED,
                    name.span(),
                    "the column '" + name.name() + "' is neither aggregated nor a key",
                    "group by it, or take one of its values with take_any(" + name.name() + ")");
            return Scalar.UNKNOWN;
        }
        if (aggregates.isPresent() && new UnknownNames(analysis).isAggregate(name)) {
            return Scalar.UNKNOWN;
        }
        new UnknownNames(analysis)
                .column(name, aggregates.map(AggregateCollector::input).orElse(row));
        return Scalar.UNKNOWN;
    }

    private Scalar variable(Expression.Name name, Scope.Value value) {
        if (value.isReadableAt(analysis.depth())) {
            return value.scalar();
        }
        analysis.report(
                KqlCode.ROW_DEPENDENT,
                name.span(),
                "the value of '" + name.name() + "' differs by row, and this table is read once for the whole query",
                "join the two tables instead");
        return Scalar.unknown(value.scalar().type());
    }

    @Override
    public Scalar literal(Expression.Literal literal) {
        return Scalar.literal(literal.type(), literal.value());
    }

    @Override
    public Scalar typedLiteral(Expression.TypedLiteral literal) {
        return new Literals(analysis).read(literal);
    }

    @Override
    public Scalar dynamic(Expression.Dynamic dynamic) {
        return new Literals(analysis).tree(dynamic.value());
    }

    @Override
    public Scalar dynamicArray(Expression.DynamicArray array) {
        return new Literals(analysis).tree(array);
    }

    @Override
    public Scalar dynamicBag(Expression.DynamicBag bag) {
        return new Literals(analysis).tree(bag);
    }

    @Override
    public Scalar typeOf(Expression.TypeOf typeOf) {
        return misplaced(typeOf.span(), "typeof()");
    }

    @Override
    public Scalar star(Expression.Star star) {
        return misplaced(star.span(), "'*'");
    }

    @Override
    public Scalar pattern(Expression.Pattern pattern) {
        return misplaced(pattern.span(), "a name with wildcards");
    }

    private Scalar misplaced(Span span, String what) {
        analysis.report(CommonCode.SYNTAX, span, what + " has no meaning here");
        return Scalar.UNKNOWN;
    }

    @Override
    public Scalar sign(Expression.Sign sign) {
        return new Arithmetic(analysis).sign(sign, analyze(sign.operand()));
    }

    @Override
    public Scalar binary(Expression.Binary binary) {
        if (binary.left() instanceof Expression.Star) {
            return new AnyColumn(analysis, row).compare(binary, analyze(binary.right()));
        }
        if (new BareNull(this).isComparedIn(binary)) {
            return new BareNull(this).compared(binary);
        }
        if (!binary.operator().equals(":") && isTableIn(binary)) {
            return Scalar.UNKNOWN;
        }
        Scalar left = analyze(binary.left());
        if (binary.operator().equals(":")) {
            analyze(binary.right());
            analysis.unsupported(binary.operatorSpan(), "the operator ':' outside of search and find");
            return Scalar.unknown(Type.BOOL);
        }
        Scalar right = analyze(binary.right());
        return switch (binary.operator()) {
            case "+", "-", "*", "/", "%" -> new Arithmetic(analysis).binary(binary, left, right);
            case "==", "!=", "<>", "<", "<=", ">", ">=" -> new Comparisons(analysis).compare(binary, left, right);
            default -> new TextOperators(analysis).match(binary, left, right);
        };
    }

    /** True after reporting an operand that is a table; that on the left of a comparison is reported where it stands. */
    private boolean isTableIn(Expression.Binary binary) {
        Memberships memberships = new Memberships(this);
        boolean ofLeft = !COMPARISONS.contains(binary.operator()) && memberships.isTable(binary.left());
        if (!ofLeft && !memberships.isTable(binary.right())) {
            return false;
        }
        analysis.report(
                KqlCode.SCALAR_EXPECTED,
                binary.operatorSpan(),
                "'" + binary.operator() + "' takes single values, and the " + (ofLeft ? "left" : "right")
                        + " side is a table",
                ofLeft
                        ? "take its first value: toscalar(...)"
                        : "test for one of its values: in (...); or take the first: toscalar(...)");
        return true;
    }

    @Override
    public Scalar logical(Expression.Logical logical) {
        List<Expr> operands = new ArrayList<>(logical.operands().size());
        boolean known = true;
        for (int i = 0; i < logical.operands().size(); i++) {
            Scalar condition = operand(logical, i);
            operands.add(condition.expr());
            known &= condition.isKnown();
        }
        Expr expr = logical.connective() == Expression.Logical.Connective.AND
                ? new Expr.And(operands)
                : new Expr.Or(operands);
        return new Scalar(expr, known ? Shape.ANY : Shape.UNKNOWN);
    }

    private Scalar operand(Expression.Logical logical, int index) {
        Scalar value = analyze(logical.operands().get(index));
        if (value.type() == Type.BOOL) {
            return value;
        }
        if (value.isKnown() && value.type() == Type.DYNAMIC) {
            analysis.unsupported(logical.operands().get(index).span(), "a dynamic value as a condition");
        } else if (value.isKnown()) {
            analysis.report(
                    KqlCode.WRONG_TYPE,
                    connective(logical, Math.max(index, 1)),
                    "'" + logical.connective().word() + "' takes conditions, found "
                            + value.type().label());
        }
        return Scalar.unknown(Type.BOOL);
    }

    /** Where the word before an operand stands; all that is between the operands if another one stands there. */
    private Span connective(Expression.Logical logical, int operand) {
        int from = logical.operands().get(operand - 1).span().end();
        int to = logical.operands().get(operand).span().start();
        String word = logical.connective().word();
        int start = analysis.problems().source().text().indexOf(word, from);
        return from <= start && start < to ? new Span(start, start + word.length()) : new Span(from, to);
    }

    @Override
    public Scalar membership(Expression.Membership membership) {
        return new Memberships(this).analyze(membership);
    }

    @Override
    public Scalar between(Expression.Between between) {
        Scalar value = analyze(between.value());
        Scalar low = analyze(between.low());
        Scalar high = analyze(between.high());
        return new Comparisons(analysis).between(between, List.of(value, low, high));
    }

    @Override
    public Scalar call(Expression.Call call) {
        return new Calls(this, aggregates).analyze(call);
    }

    @Override
    public Scalar member(Expression.Member member) {
        if (member.object() instanceof Expression.Name name
                && analysis.scope().find(name.name()).orElse(null) instanceof Scope.State state) {
            return new States(analysis).column(name, state, member.member());
        }
        return new Paths(analysis).member(member, analyze(member.object()));
    }

    @Override
    public Scalar element(Expression.Element element) {
        Optional<Scalar> value = new SeveralValues(this).element(element);
        if (value.isPresent()) {
            return value.get();
        }
        Scalar object = analyze(element.object());
        return new Paths(analysis).element(element, object, analyze(element.index()));
    }

    @Override
    public Scalar parenthesized(Expression.Parenthesized parenthesized) {
        return analyze(parenthesized.inner());
    }

    @Override
    public Scalar named(Expression.Named named) {
        List<Expression> operands =
                named.value() instanceof Expression.Logical logical ? logical.operands() : List.of(named.value());
        Scalar value = analyze(operands.get(0));
        operands.subList(1, operands.size()).forEach(this::analyze);
        if (value.isKnown() && value.type() == Type.BOOL) {
            analysis.report(
                    CommonCode.UNSUPPORTED,
                    named.span(),
                    "a name for a condition is not supported",
                    "to compare, write ==");
            return Scalar.unknown(Type.BOOL);
        }
        analysis.problems()
                .report(
                        CommonCode.SYNTAX,
                        named.span(),
                        "'=' gives a value a name, and cannot stand inside of an expression",
                        List.of("to compare, write =="),
                        equalsSign(named).map(span -> Repair.replace("compare with ==", span, "==")));
        return Scalar.UNKNOWN;
    }

    /** Where the sign between name and value stands; empty if the name was not written. */
    private Optional<Span> equalsSign(Expression.Named named) {
        int from = named.names().get(named.names().size() - 1).span().end();
        int at = analysis.problems().source().text().indexOf('=', from);
        return from <= at && at < named.value().span().start() ? Optional.of(new Span(at, at + 1)) : Optional.empty();
    }

    @Override
    public Scalar pipe(Expression.Pipe pipe) {
        return table(pipe);
    }

    @Override
    public Scalar leading(Expression.Leading leading) {
        return table(leading);
    }

    @Override
    public Scalar dataTable(Expression.DataTable table) {
        return table(table);
    }

    @Override
    public Scalar externalData(Expression.ExternalData data) {
        return table(data);
    }

    private Scalar table(Expression expression) {
        analysis.report(
                KqlCode.SCALAR_EXPECTED,
                expression.span(),
                "a table stands where a single value is expected",
                "take the first value of the first row with toscalar()");
        return Scalar.UNKNOWN;
    }

    @Override
    public Scalar foreign(Expression.Foreign foreign) {
        analysis.unsupported(foreign.span(), foreign.construct());
        return Scalar.UNKNOWN;
    }

    @Override
    public Scalar broken(Expression.Broken broken) {
        return Scalar.UNKNOWN;
    }
}
