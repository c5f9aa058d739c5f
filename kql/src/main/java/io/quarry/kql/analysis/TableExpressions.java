package io.quarry.kql.analysis;

import io.quarry.data.Platform;
import io.quarry.kql.catalog.PlatformFunctions;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.Scope;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Places;
import io.quarry.kql.syntax.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells expressions that give a table from those that give a value, before either is analyzed. */
public final class TableExpressions {
    private static final Set<Platform> ALL = Set.of(Platform.DEFENDER, Platform.SENTINEL, Platform.UNIFIED);
    private static final Set<Platform> OF_DEFENDER = Set.of(Platform.DEFENDER, Platform.UNIFIED);
    private static final Set<Platform> OF_SENTINEL = Set.of(Platform.SENTINEL, Platform.UNIFIED);

    /** Functions that give a table, beside those of the query and of the catalogue, and the platforms that have them. */
    private static final Map<String, Set<Platform>> NAMES = Map.ofEntries(
            Map.entry("materialize", ALL),
            Map.entry("table", ALL),
            Map.entry("external_table", ALL),
            Map.entry("materialized_view", ALL),
            Map.entry("stored_query_result", ALL),
            Map.entry("_GetWatchlist", OF_SENTINEL),
            Map.entry("_GetWatchlistAlias", OF_SENTINEL),
            Map.entry("AssignedIPAddresses", OF_DEFENDER),
            Map.entry("FileProfile", OF_DEFENDER),
            Map.entry("SeenBy", OF_DEFENDER),
            Map.entry("DeviceFromIP", OF_DEFENDER));

    private TableExpressions() {}

    /** True if a call gives a table. */
    public static boolean isTable(Expression.Call call, Analysis analysis) {
        String name = call.function().name();
        Optional<Scope.Binding> binding = analysis.scope().find(name);
        if (binding.isPresent()) {
            return binding.get() instanceof Scope.Function function && function.result() == Scope.Function.Result.TABLE;
        }
        return NAMES.getOrDefault(name, Set.of()).contains(analysis.catalog().platform())
                || PlatformFunctions.scalar(name).isEmpty()
                        && analysis.catalog().find(name).isPresent();
    }

    /** A function that is declared in a scope, with what its calls will give. */
    static Scope.Function function(Statement.LetFunction declaration, Analysis analysis) {
        Scope scope = analysis.scope().ofBody(declaration.name().name());
        Analysis inside = inside(declaration, analysis.in(scope.inner()));
        boolean table = declaration.body().stream()
                .filter(Statement.Query.class::isInstance)
                .map(Statement.Query.class::cast)
                .reduce((earlier, later) -> later)
                .filter(query -> isTabular(query.expression(), inside))
                .isPresent();
        return new Scope.Function(
                declaration, scope, table ? Scope.Function.Result.TABLE : Scope.Function.Result.VALUE);
    }

    /** The function's own names, as far as they tell tables from values. */
    private static Analysis inside(Statement.LetFunction function, Analysis inside) {
        Scope scope = inside.scope();
        function.parameters()
                .forEach(parameter -> scope.bind(
                        parameter.name(),
                        parameter.type().isPresent()
                                ? new Scope.Value(
                                        Scalar.unknown(parameter.type().get()), inside.depth())
                                : new Scope.Table(Relation.BROKEN)));
        for (Statement statement : function.body()) {
            if (statement instanceof Statement.Let let) {
                boolean tabular = isTabular(let.value(), inside);
                scope.bind(
                        let.name().name(),
                        tabular ? new Scope.Table(Relation.BROKEN) : new Scope.Value(Scalar.UNKNOWN, inside.depth()));
            } else if (statement instanceof Statement.LetFunction nested) {
                scope.bind(nested.name().name(), function(nested, inside));
            }
        }
        return inside;
    }

    /** True if an expression gives a table rather than a value. */
    public static boolean isTabular(Expression expression, Analysis analysis) {
        if (expression instanceof Expression.Parenthesized parenthesized) {
            return isTabular(parenthesized.inner(), analysis);
        }
        if (expression instanceof Expression.Name name) {
            Optional<Scope.Binding> binding = analysis.scope().find(name.name());
            return binding.isEmpty()
                    || binding.get() instanceof Scope.Table
                    || binding.get() instanceof Scope.Function function
                            && function.result() == Scope.Function.Result.TABLE;
        }
        if (expression instanceof Expression.Member member) {
            return Places.isCall(member.object());
        }
        return expression instanceof Expression.Pipe
                || expression instanceof Expression.Leading
                || expression instanceof Expression.DataTable
                || expression instanceof Expression.ExternalData
                || expression instanceof Expression.Foreign
                || expression instanceof Expression.Call call && isTable(call, analysis);
    }
}
