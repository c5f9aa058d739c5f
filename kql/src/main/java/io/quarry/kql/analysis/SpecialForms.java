package io.quarry.kql.analysis;

import io.quarry.data.Type;
import io.quarry.kql.catalog.PlatformFunctions;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Constants;
import io.quarry.kql.type.Conversions;
import io.quarry.kql.type.Overloads;
import io.quarry.kql.type.Shape;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions that are no calls in a plan: conditions, the clock, and what depends on the columns at hand. */
final class SpecialForms {
    /** Gives a call its meaning; the number of arguments has been checked where it is fixed. */
    interface Form {
        Scalar analyze(ScalarAnalyzer scalars, Expression.Call call);
    }

    /** The columns that hold a record's time, on Sentinel and on Defender. */
    private static final List<String> EVENT_TIMES = List.of("TimeGenerated", "Timestamp");

    private static final Map<String, Form> FORMS = new HashMap<>();

    static {
        FORMS.put("not", SpecialForms::not);
        FORMS.put("iff", SpecialForms::choice);
        FORMS.put("iif", SpecialForms::choice);
        FORMS.put("case", SpecialForms::choice);
        FORMS.put("coalesce", SpecialForms::coalesce);
        FORMS.put("max_of", SpecialForms::coalesce);
        FORMS.put("min_of", SpecialForms::coalesce);
        FORMS.put("now", SpecialForms::now);
        FORMS.put("ago", SpecialForms::ago);
        FORMS.put("extract", SpecialForms::extract);
        FORMS.put("extract_json", SpecialForms::extract);
        FORMS.put("extractjson", SpecialForms::extract);
        FORMS.put("column_ifexists", SpecialForms::columnIfExists);
        FORMS.put("columnifexists", SpecialForms::columnIfExists);
        FORMS.put("toscalar", SpecialForms::toScalar);
        FORMS.put("percentile_tdigest", SpecialForms::extract);
        FORMS.put("bin_auto", SpecialForms::binAuto);
        FORMS.put("make_datetime", (scalars, call) -> made(scalars, call, "todatetime"));
        FORMS.put("make_timespan", (scalars, call) -> made(scalars, call, "totimespan"));
        FORMS.putAll(RowForms.ALL);
        FORMS.put("ingestion_time", SpecialForms::ingestionTime);
        FORMS.put("geo_info_from_ip_address", PlaceOfAddress::analyze);
    }

    private SpecialForms() {}

    static Optional<Form> find(String name) {
        return Optional.ofNullable(FORMS.get(name)).or(() -> WindowCalls.find(name));
    }

    private static Scalar not(ScalarAnalyzer scalars, Expression.Call call) {
        Scalar operand = scalars.condition(call.arguments().get(0));
        return new Scalar(new Expr.Not(operand.expr()), operand.shape());
    }

    /** {@code iff(condition, value, otherwise)}, and {@code case} with any number of conditions. */
    private static Scalar choice(ScalarAnalyzer scalars, Expression.Call call) {
        List<Expression> arguments = call.arguments();
        if (arguments.size() < 3 || arguments.size() % 2 == 0) {
            scalars.analysis()
                    .report(
                            KqlCode.WRONG_ARGUMENT_COUNT,
                            call.function().span(),
                            "case takes pairs of a condition and a value, and a last value, found " + arguments.size()
                                    + " arguments");
            return Scalar.UNKNOWN;
        }
        List<Expr> conditions = new ArrayList<>();
        List<Scalar> values = new ArrayList<>();
        List<Expression> branches = new ArrayList<>();
        boolean known = true;
        for (int i = 0; i < arguments.size(); i++) {
            if (i % 2 == 0 && i < arguments.size() - 1) {
                Scalar condition = scalars.condition(arguments.get(i));
                known &= condition.isKnown();
                conditions.add(condition.expr());
            } else {
                values.add(scalars.analyze(arguments.get(i)));
                branches.add(arguments.get(i));
            }
        }
        Optional<List<Expr>> unified = new Branches(scalars.analysis()).unify(values, branches, call.function());
        if (unified.isEmpty()) {
            return values.stream().map(Scalar::type).distinct().count() == 1
                    ? Scalar.unknown(values.get(0).type())
                    : Scalar.UNKNOWN;
        }
        List<Expr> exprs = unified.get();
        Expr choice = new Expr.Case(conditions, exprs.subList(0, exprs.size() - 1), exprs.get(exprs.size() - 1));
        return new Scalar(choice, known ? shape(values) : Shape.UNKNOWN);
    }

    private static Shape shape(List<Scalar> values) {
        return Shape.common(values.stream().map(Scalar::shape).toList());
    }

    /** Functions whose arguments have one type in common, which is the result's. */
    private static Scalar coalesce(ScalarAnalyzer scalars, Expression.Call call) {
        List<Scalar> values = new ArrayList<>();
        call.arguments().forEach(argument -> values.add(scalars.analyze(argument)));
        Analysis analysis = scalars.analysis();
        Optional<List<Expr>> unified = new Branches(analysis).unify(values, call.arguments(), call.function());
        if (unified.isEmpty()) {
            return Scalar.UNKNOWN;
        }
        String name = call.function().name();
        Optional<Expr> expr = Overloads.call(
                name, unified.get(), analysis.origin(call.function().span()));
        if (expr.isEmpty()) {
            analysis.unsupported(
                    call.function().span(),
                    name + "() of " + unified.get().get(0).type().label());
        }
        return expr.map(value -> new Scalar(value, shape(values))).orElse(Scalar.UNKNOWN);
    }

    private static Scalar now(ScalarAnalyzer scalars, Expression.Call call) {
        return call.arguments().isEmpty()
                ? Scalar.of(new Options(scalars.analysis()).now())
                : clock("+", scalars, call);
    }

    private static Scalar ago(ScalarAnalyzer scalars, Expression.Call call) {
        return clock("-", scalars, call);
    }

    private static Scalar clock(String operator, ScalarAnalyzer scalars, Expression.Call call) {
        Scalar span = scalars.analyze(call.arguments().get(0));
        Analysis analysis = scalars.analysis();
        if (!span.isKnown()) {
            return Scalar.unknown(Type.DATETIME);
        }
        if (span.type() != Type.TIMESPAN) {
            analysis.report(
                    KqlCode.WRONG_TYPE,
                    call.arguments().get(0).span(),
                    call.function().name() + " takes a timespan, found "
                            + span.type().label(),
                    "write a number with a unit: 7d, 24h, 30m");
            return Scalar.unknown(Type.DATETIME);
        }
        Origin origin = analysis.origin(call.span());
        return Overloads.call(operator, List.of(new Options(analysis).now(), span.expr()), origin)
                .map(Scalar::of)
                .orElseThrow(() -> new IllegalStateException("no datetime " + operator + " timespan"));
    }

    /** {@code extract(regex, group, text, typeof(T))} is the conversion to {@code T} of what is found without it. */
    private static Scalar extract(ScalarAnalyzer scalars, Expression.Call call) {
        List<Expression> arguments = call.arguments();
        Analysis analysis = scalars.analysis();
        int last = arguments.size() - 1;
        if (!(arguments.get(last) instanceof Expression.TypeOf typeOf)) {
            return plain(scalars, call, arguments);
        }
        Scalar text = plain(scalars, call, arguments.subList(0, last));
        if (!text.isKnown()) {
            return Scalar.unknown(typeOf.type());
        }
        if (typeOf.type() == Type.STRING) {
            return text;
        }
        Optional<Expr> value = typeOf.type() == Type.DYNAMIC
                ? Overloads.call("todynamic", List.of(text.expr()), analysis.origin(typeOf.span()))
                : Conversions.convert(text.expr(), typeOf.type(), analysis.origin(typeOf.span()));
        if (value.isEmpty()) {
            analysis.unsupported(typeOf.span(), "typeof(" + typeOf.type().label() + ") here");
        }
        return value.map(Scalar::of).orElse(Scalar.UNKNOWN);
    }

    /** Parts of a time; a single argument is converted instead. */
    private static Scalar made(ScalarAnalyzer scalars, Expression.Call call, String conversion) {
        if (call.arguments().size() > 1) {
            return plain(scalars, call, call.arguments());
        }
        Expression.Name function = new Expression.Name(call.function().span(), conversion);
        return plain(scalars, new Expression.Call(call.span(), function, call.arguments()), call.arguments());
    }

    /** A call of a function of the registry, with these arguments. */
    static Scalar plain(ScalarAnalyzer scalars, Expression.Call call, List<Expression> arguments) {
        PlatformFunctions.Entry entry =
                PlatformFunctions.scalar(call.function().name()).orElseThrow();
        return new Calls(scalars, Optional.empty())
                .plain(new Expression.Call(call.span(), call.function(), arguments), entry);
    }

    /** {@code bin_auto(value)} is a bin of the size, and from the point, that the query's options say. */
    private static Scalar binAuto(ScalarAnalyzer scalars, Expression.Call call) {
        Analysis analysis = scalars.analysis();
        Scalar value = scalars.analyze(call.arguments().get(0));
        Optional<Scalar> size = Statements.option("query_bin_auto_size", analysis);
        Optional<Scalar> fixed = Statements.option("query_bin_auto_at", analysis);
        if (size.isEmpty()) {
            analysis.report(
                    KqlCode.CONSTANT_EXPECTED,
                    call.function().span(),
                    "bin_auto needs the size of the bins as an option of the query",
                    "write 'set query_bin_auto_size=1h;' before the query");
        }
        if (size.isEmpty() || !value.isKnown() || !size.get().isKnown()) {
            return Scalar.unknown(value.type());
        }
        List<Expr> arguments = new ArrayList<>(List.of(value.expr(), size.get().expr()));
        fixed.ifPresent(point -> arguments.add(point.expr()));
        Optional<Expr> bin = Overloads.call(
                arguments.size() == 2 ? "bin" : "bin_at",
                arguments,
                analysis.origin(call.function().span()));
        if (bin.isEmpty()) {
            analysis.report(
                    KqlCode.WRONG_TYPE,
                    call.arguments().get(0).span(),
                    "bin_auto cannot cut " + value.type().label() + " into bins of "
                            + size.get().type().label());
        }
        return bin.map(Scalar::of).orElse(Scalar.unknown(value.type()));
    }

    private static Scalar columnIfExists(ScalarAnalyzer scalars, Expression.Call call) {
        Scalar name = scalars.analyze(call.arguments().get(0));
        Scalar otherwise = scalars.analyze(call.arguments().get(1));
        if (!name.isKnown()) {
            return Scalar.UNKNOWN;
        }
        Optional<Expr.Literal> constant = Constants.literal(name.expr());
        if (constant.isEmpty() || constant.get().type() != Type.STRING) {
            scalars.analysis()
                    .report(
                            KqlCode.CONSTANT_EXPECTED,
                            call.arguments().get(0).span(),
                            "the name of a column has to be a constant text");
            return Scalar.UNKNOWN;
        }
        String column = (String) constant.get().value();
        Relation row = scalars.row();
        if (row.schema().indexOf(column) < 0 && row.isOpen()) {
            return Scalar.unknown(otherwise.type());
        }
        return row.column(column).orElse(otherwise);
    }

    /** When a record came in, for which its own time stands here; null where the row is no record any more. */
    private static Scalar ingestionTime(ScalarAnalyzer scalars, Expression.Call call) {
        return EVENT_TIMES.stream()
                .map(scalars.row().schema()::indexOf)
                .filter(index -> index >= 0 && scalars.row().schema().type(index) == Type.DATETIME)
                .findFirst()
                .map(scalars.row()::column)
                .orElseGet(() -> Scalar.literal(Type.DATETIME, null));
    }

    /** Of a table, its first value; a value that no table gives is the same value, of which a row has no part. */
    private static Scalar toScalar(ScalarAnalyzer scalars, Expression.Call call) {
        Expression argument = call.arguments().get(0);
        Analysis analysis = scalars.analysis();
        return TableExpressions.isTabular(argument, analysis)
                ? new Subqueries(analysis).first(argument)
                : new Subqueries(analysis).once(analysis.constant(argument));
    }
}
