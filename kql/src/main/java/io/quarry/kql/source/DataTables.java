package io.quarry.kql.source;

import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.ColumnDeclaration;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Constants;
import io.quarry.kql.type.Conversions;
import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code datatable}: rows written in the query. */
public final class DataTables {
    private final Analysis analysis;

    public DataTables(Analysis analysis) {
        this.analysis = analysis;
    }

    public Relation read(Expression.DataTable node) {
        Schema schema = schema(node.columns());
        int width = schema.size();
        if (width == 0 || node.values().size() % width != 0) {
            analysis.report(
                    KqlCode.WRONG_ARGUMENT_COUNT,
                    values(node),
                    "the number of values, " + node.values().size() + ", is no multiple of the number of columns, "
                            + width);
            return Relation.of(new Plan.Values(schema, List.of()));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (int start = 0; start < node.values().size(); start += width) {
            List<Object> row = new ArrayList<>(width);
            for (int i = 0; i < width; i++) {
                row.add(value(node.values().get(start + i), schema.type(i)));
            }
            rows.add(Collections.unmodifiableList(row));
        }
        return Relation.of(new Plan.Values(schema, rows));
    }

    /** The columns that are declared; one that is declared twice is reported. */
    Schema schema(List<ColumnDeclaration> columns) {
        List<Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ColumnDeclaration column : columns) {
            if (!names.add(column.name())) {
                analysis.report(
                        KqlCode.DUPLICATE_NAME,
                        column.span(),
                        "the column '" + column.name() + "' is declared already");
            }
            fields.add(new Field(column.name(), column.type()));
        }
        return new Schema(fields);
    }

    private static Span values(Expression.DataTable node) {
        List<Expression> values = node.values();
        return values.isEmpty()
                ? node.span()
                : values.get(0).span().to(values.get(values.size() - 1).span());
    }

    private Object value(Expression node, Type type) {
        Scalar scalar = analysis.constant(node);
        if (!scalar.isKnown()) {
            return null;
        }
        Optional<Expr.Literal> literal = node.isLiteral() ? Constants.literal(scalar.expr()) : Optional.empty();
        if (literal.isEmpty()) {
            analysis.report(KqlCode.CONSTANT_EXPECTED, node.span(), "a datatable holds literals only");
            return null;
        }
        Expr.Literal value = literal.get();
        if (value.value() == null) {
            return type == Type.STRING ? "" : null;
        }
        return Conversions.convert(value, type, analysis.origin(node.span()))
                .flatMap(Constants::literal)
                .map(Expr.Literal::value)
                .orElse(null);
    }
}
