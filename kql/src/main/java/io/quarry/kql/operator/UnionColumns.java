package io.quarry.kql.operator;

import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.UniqueNames;
import io.quarry.kql.type.NullTexts;
import io.quarry.kql.type.Shape;
import io.quarry.plan.Expr;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a union: by name and type, in order of first appearance. A name that has several types becomes one column a
 * type, called {@code name_type}.
 */
final class UnionColumns {
    /** A column of the union, and the column of each table that fills it. */
    record Column(String output, String name, Type type, Shape shape) {
        /** The value in a row of a table of the union. */
        Scalar of(Relation table) {
            int index = table.schema().indexOf(name);
            if (index >= 0 && table.schema().type(index) == type) {
                return new Scalar(new Expr.Column(index, type), shape);
            }
            return new Scalar(NullTexts.missing(type), shape);
        }
    }

    private UnionColumns() {}

    /** All columns of all tables. */
    static List<Column> all(List<Leg> legs, Optional<String> source) {
        return columns(legs, types(legs), source);
    }

    /** The columns that every table has, with the same type. */
    static List<Column> common(List<Leg> legs, Optional<String> source) {
        Map<String, Set<Type>> types = types(legs);
        types.keySet().removeIf(name -> legs.stream()
                .anyMatch(leg ->
                        leg.rows().schema().indexOf(name) < 0 && !leg.rows().isOpen()));
        return columns(legs, types, source);
    }

    /** The types that each name has. Of tables that are not read a name has one: they may not all be there. */
    private static Map<String, Set<Type>> types(List<Leg> legs) {
        Map<String, Set<Type>> types = new LinkedHashMap<>();
        Map<String, Map<Type, Integer>> absent = new HashMap<>();
        Set<String> read = new HashSet<>();
        for (Leg leg : legs) {
            Schema schema = leg.rows().schema();
            for (int i = 0; i < schema.size(); i++) {
                Set<Type> ofName = types.computeIfAbsent(schema.name(i), name -> new LinkedHashSet<>());
                if (!leg.isRead()) {
                    absent.computeIfAbsent(schema.name(i), name -> new EnumMap<>(Type.class))
                            .merge(schema.type(i), 1, Integer::sum);
                } else {
                    read.add(schema.name(i));
                    addKnown(leg.rows(), i, ofName);
                }
            }
        }
        absent.forEach((name, counts) -> {
            if (!read.contains(name)) {
                types.get(name).add(mostFrequent(counts));
            }
        });
        return types;
    }

    private static void addKnown(Relation rows, int column, Set<Type> types) {
        if (rows.column(column).isKnown()) {
            types.add(rows.schema().type(column));
        }
    }

    /** What is known of that column in all tables that have it. */
    private static Shape shape(List<Leg> legs, String name, Type type) {
        return Shape.common(legs.stream()
                .flatMap(leg -> leg.rows().column(name).stream())
                .filter(column -> column.isKnown() && column.type() == type)
                .map(Scalar::shape)
                .toList());
    }

    private static Type mostFrequent(Map<Type, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    /** @param source the column that holds the tables' names; none of the others is called so */
    private static List<Column> columns(List<Leg> legs, Map<String, Set<Type>> types, Optional<String> source) {
        UniqueNames names = new UniqueNames(source.map(List::of).orElse(List.of()));
        List<Column> columns = new ArrayList<>();
        Set<String> shaped = new HashSet<>();
        legs.forEach(leg -> shaped.addAll(leg.rows().shapes().keySet()));
        types.forEach((name, ofName) -> {
            if (ofName.isEmpty()) {
                columns.add(new Column(names.take(name), name, Type.DYNAMIC, Shape.UNKNOWN));
            }
            for (Type type : ofName) {
                String output = ofName.size() == 1 ? name : name + "_" + type.label();
                columns.add(new Column(
                        names.take(output), name, type, shaped.contains(name) ? shape(legs, name, type) : Shape.ANY));
            }
        });
        return columns;
    }
}
