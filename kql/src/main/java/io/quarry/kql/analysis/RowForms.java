package io.quarry.kql.analysis;

import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Constants;
import io.quarry.kql.type.Overloads;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions that look at the columns of the row by name: all of them into a bag, some of them, their size. */
final class RowForms {
    static final Map<String, SpecialForms.Form> ALL = Map.of(
            "pack_all", RowForms::packAll,
            "bag_pack_columns", RowForms::packColumns,
            "pack_array", RowForms::packArray,
            "estimate_data_size", RowForms::size,
            "iscolumnexists", RowForms::exists);

    private RowForms() {}

    private record Column(String name, Scalar value) {}

    private static List<Column> all(ScalarAnalyzer scalars) {
        List<Column> columns = new ArrayList<>();
        Relation row = scalars.row();
        for (int i = 0; i < row.schema().size(); i++) {
            columns.add(new Column(row.schema().name(i), row.column(i)));
        }
        return columns;
    }

    private static Scalar packAll(ScalarAnalyzer scalars, Expression.Call call) {
        if (call.arguments().isEmpty()) {
            return pack("bag_pack", all(scalars), scalars, call);
        }
        Expression argument = call.arguments().get(0);
        Optional<Expr.Literal> literal =
                Constants.literal(scalars.analyze(argument).expr());
        if (literal.isEmpty() || literal.get().type() != Type.BOOL) {
            scalars.analysis()
                    .report(
                            KqlCode.CONSTANT_EXPECTED,
                            argument.span(),
                            "pack_all takes true or false: whether it leaves out what is empty");
            return Scalar.unknown(Type.DYNAMIC);
        }
        boolean leavesOut = Boolean.TRUE.equals(literal.get().value());
        return pack(leavesOut ? "bag_pack filled" : "bag_pack", all(scalars), scalars, call);
    }

    private static Scalar packColumns(ScalarAnalyzer scalars, Expression.Call call) {
        return columns(scalars, call)
                .map(columns -> pack("bag_pack", columns, scalars, call))
                .orElse(Scalar.unknown(Type.DYNAMIC));
    }

    private static Scalar pack(String function, List<Column> columns, ScalarAnalyzer scalars, Expression.Call call) {
        List<Expr> arguments = new ArrayList<>();
        for (Column column : columns) {
            arguments.add(new Expr.Literal(Type.DYNAMIC, column.name()));
            arguments.add(column.value().expr());
        }
        boolean known =
                !scalars.row().isOpen() && columns.stream().map(Column::value).allMatch(Scalar::isKnown);
        return known ? call(function, arguments, scalars, call) : Scalar.unknown(Type.DYNAMIC);
    }

    private static Scalar packArray(ScalarAnalyzer scalars, Expression.Call call) {
        if (!(call.arguments().get(0) instanceof Expression.Star)) {
            return SpecialForms.plain(scalars, call, call.arguments());
        }
        List<Scalar> values = all(scalars).stream().map(Column::value).toList();
        return !scalars.row().isOpen() && values.stream().allMatch(Scalar::isKnown)
                ? call("pack_array", values.stream().map(Scalar::expr).toList(), scalars, call)
                : Scalar.unknown(Type.DYNAMIC);
    }

    private static Scalar size(ScalarAnalyzer scalars, Expression.Call call) {
        boolean isAll = call.arguments().get(0) instanceof Expression.Star;
        Optional<List<Column>> columns = isAll ? Optional.of(all(scalars)) : columns(scalars, call);
        boolean known = columns.isPresent()
                && !(isAll && scalars.row().isOpen())
                && columns.get().stream().map(Column::value).allMatch(Scalar::isKnown);
        if (!known) {
            return Scalar.unknown(Type.LONG);
        }
        Origin origin = scalars.analysis().origin(call.span());
        Expr sum = new Expr.Literal(Type.LONG, 0L);
        for (Column column : columns.get()) {
            Expr size = Overloads.call(
                            "estimate_data_size", List.of(column.value().expr()), origin)
                    .orElseThrow();
            sum = Overloads.call("+", List.of(sum, size), origin).orElseThrow();
        }
        return Scalar.of(sum);
    }

    /** The arguments, each of which has to be a column. */
    private static Optional<List<Column>> columns(ScalarAnalyzer scalars, Expression.Call call) {
        List<Column> columns = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            Scalar value = scalars.analyze(argument);
            if (!(argument instanceof Expression.Name name)) {
                scalars.analysis()
                        .report(
                                KqlCode.WRONG_TYPE,
                                argument.span(),
                                call.function().name() + " takes columns by their names, found an expression",
                                "give it a name with extend first");
                return Optional.empty();
            }
            columns.add(new Column(name.name(), value));
        }
        return Optional.of(columns);
    }

    private static Scalar exists(ScalarAnalyzer scalars, Expression.Call call) {
        Expression argument = call.arguments().get(0);
        Optional<Expr.Literal> name =
                Constants.literal(scalars.analyze(argument).expr());
        if (name.isEmpty() || name.get().type() != Type.STRING) {
            scalars.analysis()
                    .report(
                            KqlCode.CONSTANT_EXPECTED,
                            argument.span(),
                            "the name of a column has to be a constant text");
            return Scalar.unknown(Type.BOOL);
        }
        boolean exists = scalars.row().schema().indexOf((String) name.get().value()) >= 0;
        return !exists && scalars.row().isOpen() ? Scalar.unknown(Type.BOOL) : Scalar.literal(Type.BOOL, exists);
    }

    private static Scalar call(String function, List<Expr> arguments, ScalarAnalyzer scalars, Expression.Call call) {
        return Overloads.call(function, arguments, scalars.analysis().origin(call.span()))
                .map(Scalar::of)
                .orElseThrow(() -> new IllegalStateException("no function " + function));
    }
}
