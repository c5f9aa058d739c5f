package io.quarry.kql.plugin;

import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.ColumnDeclaration;
import io.quarry.kql.syntax.OutputSchema;
import io.quarry.kql.type.Conversions;
import io.quarry.kql.type.NullTexts;
import io.quarry.kql.type.Overloads;
import io.quarry.kql.type.Shape;
import io.quarry.plan.Expr;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code bag_unpack}: a column for each key of the bags in a column. Which keys there are is declared, or found in the data;
 * then the columns come in the order of the keys, each of the type that all its values have, else dynamic.
 */
final class BagUnpackPlugin {
    private static final List<String> CONFLICTS = List.of("error", "replace_source", "keep_source");

    private final PluginCall call;
    private final Relation input;
    private final int source;
    private final String prefix;
    private final String conflict;
    private final Set<String> ignored;

    private BagUnpackPlugin(PluginCall call, int source) {
        this.call = call;
        this.input = call.input();
        this.source = source;
        this.prefix = call.text("OutputColumnPrefix").orElse("");
        this.conflict = conflict(call);
        this.ignored = ignored(call);
    }

    static Relation apply(PluginCall call) {
        OptionalInt source = call.column("Column");
        if (source.isEmpty()) {
            return call.broken();
        }
        Scalar bag = call.input().column(source.getAsInt());
        if (bag.isKnown() && bag.type() != Type.DYNAMIC) {
            call.analysis()
                    .report(
                            KqlCode.WRONG_TYPE,
                            call.argument("Column").orElseThrow().span(),
                            "bag_unpack takes a column of type dynamic, found "
                                    + bag.type().label(),
                            "read a text as JSON with parse_json()");
            return call.broken();
        }
        BagUnpackPlugin plugin = new BagUnpackPlugin(call, source.getAsInt());
        return call.schema().map(plugin::declared).orElseGet(plugin::discovered);
    }

    private static String conflict(PluginCall call) {
        String conflict = call.text("columnsConflict").orElse("error");
        if (!CONFLICTS.contains(conflict)) {
            call.analysis()
                    .report(
                            KqlCode.UNKNOWN_KIND,
                            call.argument("columnsConflict").orElseThrow().span(),
                            "no way '" + conflict + "' to resolve conflicts, but " + String.join(", ", CONFLICTS));
        }
        return conflict;
    }

    private static Set<String> ignored(PluginCall call) {
        Set<String> ignored = new HashSet<>();
        call.constant("ignoredProperties", Type.DYNAMIC)
                .filter(literal -> literal.value() instanceof List<?>)
                .ifPresent(literal -> ((List<?>) literal.value()).forEach(key -> ignored.add(String.valueOf(key))));
        return ignored;
    }

    private Relation discovered() {
        Optional<List<List<Object>>> shapes = bag().isKnown()
                ? call.analysis()
                        .discovery()
                        .distinct(input.plan(), List.of(function("types of entries", List.of(bag().expr()))))
                : Optional.empty();
        return shapes.filter(found -> !found.isEmpty()).map(this::unpacked).orElseGet(this::open);
    }

    /** Without a row to look at: what else there is, and any other column. */
    private Relation open() {
        Projection columns = new Projection();
        for (int i = 0; i < input.schema().size(); i++) {
            if (i != source) {
                Scalar value = input.column(i);
                boolean mayChange = conflict.equals("replace_source");
                columns.add(input.schema().name(i), mayChange ? new Scalar(value.expr(), Shape.UNKNOWN) : value);
            }
        }
        return columns.over(input).opened();
    }

    private Relation unpacked(List<List<Object>> shapes) {
        Map<String, Type> types = types(shapes);
        Projection columns = new Projection();
        String sourceName = input.schema().name(source);
        for (int i = 0; i < input.schema().size(); i++) {
            String name = input.schema().name(i);
            if (i != source) {
                columns.add(name, input.column(i));
            } else if (types.containsKey(sourceName)) {
                columns.add(sourceName, entry(sourceName, types.remove(sourceName)));
            }
        }
        types.forEach((name, type) -> put(columns, name, entry(name, type)));
        return columns.over(input).discovered();
    }

    /** The type of each column to come, by name. */
    private Map<String, Type> types(List<List<Object>> shapes) {
        Map<String, String> labels = new TreeMap<>();
        for (List<Object> shape : shapes) {
            if (shape.get(0) instanceof Map<?, ?> entries) {
                entries.forEach((key, label) -> {
                    if (!ignored.contains(key)) {
                        labels.merge(prefix + key, (String) label, BagUnpackPlugin::common);
                    }
                });
            }
        }
        Map<String, Type> types = new TreeMap<>();
        labels.forEach((name, label) -> types.put(name, Type.ofLabel(label).orElse(Type.DYNAMIC)));
        return types;
    }

    /** What two types have in common; the empty label is that of null. */
    private static String common(String left, String right) {
        if (left.isEmpty() || left.equals(right)) {
            return right;
        }
        return right.isEmpty() ? left : Type.DYNAMIC.label();
    }

    private void put(Projection columns, String name, Scalar value) {
        int index = columns.indexOf(name);
        if (index < 0) {
            columns.add(name, value);
        } else if (conflict.equals("replace_source")) {
            columns.set(index, name, value);
        } else if (conflict.equals("error")) {
            call.analysis()
                    .report(
                            KqlCode.DUPLICATE_NAME,
                            call.argument("Column").orElseThrow().span(),
                            "the bags have a key for the column '" + name + "', which there is already",
                            "give the new columns a prefix, or say columnsConflict='replace_source' or 'keep_source'");
        }
    }

    private Relation declared(OutputSchema schema) {
        Projection columns = new Projection();
        if (schema.star().isPresent()) {
            for (int i = 0; i < input.schema().size(); i++) {
                if (i != source) {
                    columns.add(input.schema().name(i), input.column(i));
                }
            }
        }
        Set<String> names = new HashSet<>();
        for (ColumnDeclaration column : schema.columns()) {
            if (!names.add(column.name())) {
                call.analysis()
                        .report(
                                KqlCode.DUPLICATE_NAME,
                                column.span(),
                                "the column '" + column.name() + "' is declared already");
                continue;
            }
            int existing = input.schema().indexOf(column.name());
            if (schema.star().isEmpty() && isKept(existing, column.type())) {
                columns.add(column.name(), existing(column, existing));
            } else {
                put(columns, column.name(), entry(column.name(), column.type()));
            }
        }
        return columns.over(input).closed();
    }

    /** True if a declared column is the input's; one of another type can only be meant to come from the bags. */
    private boolean isKept(int existing, Type declared) {
        return existing >= 0
                && existing != source
                && (conflict.equals("keep_source")
                        || conflict.equals("error") && input.schema().type(existing) == declared);
    }

    private Scalar existing(ColumnDeclaration column, int index) {
        if (input.schema().type(index) != column.type()) {
            call.analysis()
                    .unsupported(
                            column.span(),
                            "an output column of another type than the input's column '" + column.name() + "'");
        }
        return input.column(index);
    }

    private Scalar bag() {
        return input.column(source);
    }

    /** The entry of the bag that a column holds. */
    private Scalar entry(String column, Type type) {
        String key = column.startsWith(prefix) ? column.substring(prefix.length()) : null;
        if (key == null || ignored.contains(key)) {
            return Scalar.of(NullTexts.missing(type));
        }
        if (!bag().isKnown()) {
            return Scalar.unknown(type);
        }
        Expr value = function("[]", List.of(bag().expr(), new Expr.Literal(Type.STRING, key)));
        return Scalar.of(Conversions.convert(value, type, call.origin())
                .orElseThrow(() -> new IllegalStateException("no conversion of a dynamic value to " + type)));
    }

    private Expr function(String name, List<Expr> arguments) {
        return Overloads.call(name, arguments, call.origin())
                .orElseThrow(() -> new IllegalStateException("no function " + name));
    }
}
