package io.quarry.kql.operator;

import io.quarry.data.Type;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.FunctionCalls;
import io.quarry.kql.analysis.TableExpressions;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.PlanSize;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scope;
import io.quarry.kql.source.AsimParsers;
import io.quarry.kql.source.DataTables;
import io.quarry.kql.source.ExternalTables;
import io.quarry.kql.source.TableCalls;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Plan;
import io.quarry.plan.Span;
import io.quarry.plan.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives expressions that stand for a table their meaning. */
public final class TableAnalyzer implements Expression.Visitor<Relation> {
    private final Analysis analysis;

    TableAnalyzer(Analysis analysis) {
        this.analysis = analysis;
    }

    /** What an expression gives. */
    public static Relation analyze(Expression expression, Analysis analysis) {
        return expression.accept(new TableAnalyzer(analysis));
    }

    @Override
    public Relation name(Expression.Name name) {
        Optional<Scope.Binding> binding = analysis.scope().find(name.name());
        if (binding.isPresent()) {
            return variable(name, binding.get());
        }
        Optional<KqlCatalog.Entry> entry = analysis.catalog().find(name.name());
        if (entry.isEmpty()) {
            return unknown(name);
        }
        if (entry.get().kind() == KqlCatalog.Kind.PARSER) {
            return new AsimParsers(analysis).read(new Expression.Call(name.span(), name, List.of()), entry.get());
        }
        Plan.Scan table = new Plan.Scan(entry.get().name(), entry.get().schema());
        Relation scan = Relation.of(analysis.discovery().reading(table)).named(name.name());
        return entry.get().kind() == KqlCatalog.Kind.OPEN ? scan.with(Relation.Extent.EXTENSIBLE) : scan;
    }

    private Relation variable(Expression.Name name, Scope.Binding binding) {
        if (binding instanceof Scope.Table table) {
            if (analysis.expansions().hasMaterialized()
                    && analysis.expansions().usesAgain(table.relation().plan())) {
                analysis.unsupported(name.span(), "a second use of a materialized table that chance decides on");
            }
            return table.relation();
        }
        if (binding instanceof Scope.Function function) {
            return new FunctionCalls(analysis).table(new Expression.Call(name.span(), name, List.of()), function);
        }
        if (binding instanceof Scope.State) {
            return noTable(name.span(), "the step '" + name.name() + "' leads to a row");
        }
        if (binding instanceof Scope.Value value && value.scalar().isKnown()) {
            return noTable(name.span(), "the variable '" + name.name() + "' is a single value");
        }
        return Relation.BROKEN;
    }

    private Relation unknown(Expression.Name name) {
        Expression.Call call = new Expression.Call(name.span(), name, List.of());
        if (TableExpressions.isTable(call, analysis)) {
            return new TableCalls(analysis).call(call);
        }
        List<String> candidates = new ArrayList<>(analysis.catalog().tableNames());
        candidates.addAll(analysis.scope().names());
        String[] hints = Suggestions.near(name.name(), candidates).stream()
                .map(near -> "did you mean '" + near + "'?")
                .toArray(String[]::new);
        analysis.report(
                KqlCode.UNKNOWN_TABLE,
                name.span(),
                "no table '" + name.name() + "' on "
                        + analysis.catalog().platform().label(),
                hints);
        return Relation.BROKEN;
    }

    private Relation noTable(Span span, String what) {
        analysis.report(KqlCode.TABLE_EXPECTED, span, what + ", and a table is expected");
        return Relation.BROKEN;
    }

    @Override
    public Relation pipe(Expression.Pipe pipe) {
        return pipe(pipe.source(), pipe.operators());
    }

    private Relation pipe(Expression source, List<Operator> operators) {
        Relation rows = source.accept(this);
        for (int i = 0; i < operators.size(); i++) {
            Optional<SwallowedOperands> swallowed =
                    SwallowedOperands.find(analysis, source, operators.subList(0, i + 1), rows);
            if (swallowed.isPresent()) {
                swallowed.get().report();
                return pipe(swallowed.get().meant(), operators.subList(i + 1, operators.size()));
            }
            rows = checked(
                    operators.get(i).accept(new Operators(analysis, rows)),
                    operators.get(i).span());
        }
        return rows;
    }

    /** What operators make of some rows. */
    Relation pipe(Relation input, List<Operator> operators) {
        Relation rows = input;
        for (Operator operator : operators) {
            rows = checked(operator.accept(new Operators(analysis, rows)), operator.span());
        }
        return rows;
    }

    private Relation checked(Relation rows, Span span) {
        if (!rows.size().isTooLarge()) {
            return rows;
        }
        analysis.report(CommonCode.LIMIT, span, "the query expands to more than " + PlanSize.limits());
        return Relation.BROKEN;
    }

    @Override
    public Relation leading(Expression.Leading leading) {
        return checked(leading.operator().accept(new Operators(analysis, Relation.NO_INPUT)), leading.span());
    }

    @Override
    public Relation dataTable(Expression.DataTable table) {
        return new DataTables(analysis).read(table);
    }

    @Override
    public Relation externalData(Expression.ExternalData data) {
        return new ExternalTables(analysis).read(data);
    }

    @Override
    public Relation call(Expression.Call call) {
        return TableExpressions.isTable(call, analysis)
                ? new TableCalls(analysis).call(call)
                : value(call, call.function().name() + "() gives a single value");
    }

    @Override
    public Relation member(Expression.Member member) {
        return new TableCalls(analysis).member(member);
    }

    @Override
    public Relation parenthesized(Expression.Parenthesized parenthesized) {
        return parenthesized.inner().accept(this);
    }

    @Override
    public Relation literal(Expression.Literal literal) {
        Type type = literal.type();
        return noTable(literal.span(), "a " + type.label() + " is a single value");
    }

    @Override
    public Relation typedLiteral(Expression.TypedLiteral literal) {
        return noTable(literal.span(), "a " + literal.type().label() + " is a single value");
    }

    /** A value in the place of a table: what is wrong inside of it is reported first. */
    private Relation value(Expression expression, String what) {
        return analysis.constant(expression).isKnown() ? noTable(expression.span(), what) : Relation.BROKEN;
    }

    private Relation value(Expression expression) {
        return value(expression, "this is a single value");
    }

    @Override
    public Relation dynamic(Expression.Dynamic dynamic) {
        return value(dynamic);
    }

    @Override
    public Relation dynamicArray(Expression.DynamicArray array) {
        return value(array);
    }

    @Override
    public Relation dynamicBag(Expression.DynamicBag bag) {
        return value(bag);
    }

    @Override
    public Relation typeOf(Expression.TypeOf typeOf) {
        return value(typeOf);
    }

    @Override
    public Relation star(Expression.Star star) {
        analysis.unsupported(star.span(), "'*' for all tables");
        return Relation.BROKEN;
    }

    @Override
    public Relation pattern(Expression.Pattern pattern) {
        return value(pattern);
    }

    @Override
    public Relation sign(Expression.Sign sign) {
        return value(sign);
    }

    @Override
    public Relation binary(Expression.Binary binary) {
        return value(binary);
    }

    @Override
    public Relation logical(Expression.Logical logical) {
        return value(logical);
    }

    @Override
    public Relation membership(Expression.Membership membership) {
        return value(membership);
    }

    @Override
    public Relation between(Expression.Between between) {
        return value(between);
    }

    @Override
    public Relation element(Expression.Element element) {
        return value(element);
    }

    @Override
    public Relation named(Expression.Named named) {
        return value(named);
    }

    @Override
    public Relation foreign(Expression.Foreign foreign) {
        analysis.unsupported(foreign.span(), foreign.construct());
        return Relation.BROKEN;
    }

    @Override
    public Relation broken(Expression.Broken broken) {
        return Relation.BROKEN;
    }
}
