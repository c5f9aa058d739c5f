package io.quarry.kql.operator;

import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.kql.relation.Relation;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code getschema}: a row for each column, with the name of its type and of the .NET type behind it. */
final class GetSchemaOperator {
    private static final Schema COLUMNS = Schema.of(
            new Field("ColumnName", Type.STRING),
            new Field("ColumnOrdinal", Type.LONG),
            new Field("DataType", Type.STRING),
            new Field("ColumnType", Type.STRING));

    Relation apply(Relation input) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < input.schema().size(); i++) {
            Type type = input.schema().type(i);
            rows.add(List.of(input.schema().name(i), (long) i, dotNetName(type), type.label()));
        }
        return input.then(new Plan.Values(COLUMNS, rows), Map.of()).closed().serialized();
    }

    private static String dotNetName(Type type) {
        return switch (type) {
            case BOOL -> "System.SByte";
            case INT -> "System.Int32";
            case LONG -> "System.Int64";
            case REAL -> "System.Double";
            case DECIMAL -> "System.Data.SqlTypes.SqlDecimal";
            case STRING -> "System.String";
            case DATETIME -> "System.DateTime";
            case TIMESPAN -> "System.TimeSpan";
            case GUID -> "System.Guid";
            case DYNAMIC -> "System.Object";
        };
    }
}
