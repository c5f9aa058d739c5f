package io.quarry.aql.analysis;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.reference.ElementType;
import io.quarry.aql.reference.ReferenceCollection;
import io.quarry.aql.syntax.Expression;
import io.quarry.data.Type;
import io.quarry.functions.lookup.Lookup;
import io.quarry.plan.Expr;
import io.quarry.plan.Suggestions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lookups in reference sets, maps, maps of sets and tables. Elements are the same as their collection's type says. */
final class CollectionLookups {
    private final QueryScope scope;
    private final LookupArguments arguments;

    CollectionLookups(QueryScope scope, LookupArguments arguments) {
        this.scope = scope;
        this.arguments = arguments;
    }

    /** Empty if nothing is known of the collection. One of another kind is reported. */
    Optional<Expr> lookup(Expression.Call call, LookupFunction function) {
        String name = arguments.constant(0);
        Optional<ReferenceCollection> collection = scope.catalog().reference().collection(name);
        if (collection.isEmpty()) {
            return unknown(name, function);
        }
        Optional<Expr> found =
                switch (function) {
                    case REFERENCESETCONTAINS ->
                        of(collection.get(), ReferenceCollection.Members.class, this::isMember);
                    case REFERENCEMAP -> of(collection.get(), ReferenceCollection.Values.class, this::valueOfKey);
                    case REFERENCEMAPSETCONTAINS ->
                        of(collection.get(), ReferenceCollection.MembersByKey.class, this::isMemberOfKey);
                    case REFERENCETABLE -> of(collection.get(), ReferenceCollection.Table.class, this::cell);
                    default -> throw new IllegalStateException("no lookup in a collection: " + function);
                };
        if (found.isEmpty()) {
            scope.findings()
                    .add(
                            AqlCode.WRONG_ARGUMENT_TYPE,
                            arguments.place(0),
                            "'" + name + "' is a " + collection.get().kind() + ", which " + call.name()
                                    + " does not look in");
            return Optional.of(Typed.absent(function.result()).expr());
        }
        return found;
    }

    private static <C> Optional<Expr> of(ReferenceCollection found, Class<C> kind, Function<C, Expr> lookup) {
        return kind.isInstance(found) ? Optional.of(lookup.apply(kind.cast(found))) : Optional.empty();
    }

    /** Empty if no collection is known at all; else reported with those that there are. */
    private Optional<Expr> unknown(String name, LookupFunction function) {
        List<String> known = scope.catalog().reference().collections();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        List<String> near = Suggestions.near(name, known);
        String hint =
                near.isEmpty() ? "there is " + String.join(", ", known) : "did you mean " + String.join(", ", near);
        scope.findings()
                .add(AqlCode.UNKNOWN_COLLECTION, arguments.place(0), "there is no reference data '" + name + "'", hint);
        return Optional.of(Typed.absent(function.result()).expr());
    }

    private Expr isMember(ReferenceCollection.Members set) {
        ElementType type = set.type();
        Set<String> members = canonical(type, set.values());
        return lookup(Type.BOOL, 1, 1, values -> members.contains(type.canonical(values[0])));
    }

    private Expr valueOfKey(ReferenceCollection.Values map) {
        return lookup(Type.STRING, 1, 1, values -> map.values().get(values[0]));
    }

    private Expr isMemberOfKey(ReferenceCollection.MembersByKey map) {
        ElementType type = map.type();
        Map<String, Set<String>> members = new HashMap<>();
        map.members().forEach((key, values) -> members.put(key, canonical(type, values)));
        return lookup(Type.BOOL, 1, 2, values -> members.getOrDefault(values[0], Set.of())
                .contains(type.canonical(values[1])));
    }

    private Expr cell(ReferenceCollection.Table table) {
        String column = arguments.constant(1);
        if (!table.columns().containsKey(column)) {
            scope.findings()
                    .add(
                            AqlCode.UNKNOWN_COLLECTION,
                            arguments.place(1),
                            "the reference table '" + arguments.constant(0) + "' has no column '" + column + "'",
                            "it has "
                                    + table.columns().keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return lookup(Type.STRING, 2, 1, values -> {
            Map<String, String> row = table.rows().get(values[0]);
            return row == null ? null : row.get(column);
        });
    }

    private Expr lookup(Type result, int from, int count, Function<String[], Object> answer) {
        List<Object> constants = List.of(arguments.constant(0), from == 2 ? arguments.constant(1) : "");
        return arguments.call(Lookup.ofTexts("reference data", constants, count, result, answer), from);
    }

    private static Set<String> canonical(ElementType type, Set<String> elements) {
        return elements.stream().map(type::canonical).collect(Collectors.toUnmodifiableSet());
    }
}
