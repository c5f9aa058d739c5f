package io.quarry.kql.plugin;

import io.quarry.data.Type;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code narrow}: a row for each cell, with the number of its row, the name of its column and its text. */
final class NarrowPlugin {
    private NarrowPlugin() {}

    static Relation apply(PluginCall call) {
        List<String> names = call.input().schema().names();
        List<Integer> indexes = IntStream.range(0, names.size()).boxed().toList();
        String values = PluginQuery.dimensions(names.size()).stream()
                .map(name -> "tostring(" + name + ")")
                .collect(Collectors.joining(", ", "pack_array(", ")"));
        return new PluginQuery(call)
                .table("rows", PluginQuery.columns(call, List.of(), indexes))
                .value("names", Scalar.literal(Type.DYNAMIC, names))
                .run("""
                        rows
                        | serialize Row = row_number(0)
                        | mv-expand Column = names to typeof(string), Value = VALUES to typeof(string)
                        | project Row, Column, Value
                        """.replace("VALUES", names.isEmpty() ? "dynamic([])" : values));
    }
}
