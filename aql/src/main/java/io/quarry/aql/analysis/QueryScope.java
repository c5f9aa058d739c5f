package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.aql.catalog.AqlType;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.data.Type;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What names mean while one query is analyzed: its rows, its aliases so far, and the aggregates that it asks for. */
final class QueryScope {
    /** Begins the names of the parameters that stand for aggregates until the query is grouped. */
    private static final String AGGREGATE = "aggregate ";

    /** The column that {@code SESSION BY} adds. */
    static final String SESSION_COLUMN = "sessionId";

    private static final Expr SESSION = new Expr.Parameter("session", Type.LONG);

    /** An aggregate of the rows of a group. */
    record Aggregated(AggregateFunction function, List<Expr> arguments) {}

    private final AqlCatalog catalog;
    private final Findings findings;
    private final Cursors cursors;
    private final Rows rows;
    private final Map<String, Typed> aliases = new HashMap<>();
    private final List<Aggregated> aggregates = new ArrayList<>();
    private boolean hasSessions;
    private boolean textsNameAliases;
    private boolean ofRows;

    QueryScope(AqlCatalog catalog, Findings findings, Cursors cursors, Rows rows) {
        this.catalog = catalog;
        this.findings = findings;
        this.cursors = cursors;
        this.rows = rows;
    }

    AqlCatalog catalog() {
        return catalog;
    }

    Findings findings() {
        return findings;
    }

    /** What the statements before have kept. */
    Cursors cursors() {
        return cursors;
    }

    Rows rows() {
        return rows;
    }

    Origin origin(Span span) {
        return new Origin(findings.source(), span);
    }

    void define(String alias, Typed value) {
        aliases.put(alias.toLowerCase(Locale.ROOT), value);
    }

    Optional<Typed> alias(String name) {
        return Optional.ofNullable(aliases.get(name.toLowerCase(Locale.ROOT)));
    }

    List<String> aliasNames() {
        return List.copyOf(aliases.keySet());
    }

    /**
     * What the analysis gives while names mean columns of rows: where an alias stands for an aggregate, a column of that
     * name goes before it.
     */
    <T> T ofRows(Supplier<T> analysis) {
        boolean before = ofRows;
        ofRows = true;
        try {
            return analysis.get();
        } finally {
            ofRows = before;
        }
    }

    /** True if an alias does not hide a column of the same name. */
    boolean prefersColumn(Typed alias) {
        return ofRows && hasAggregate(alias.expr());
    }

    /** From here on (GROUP BY, HAVING, ORDER BY) a text in single quotes that equals an alias means the alias. */
    void letTextsNameAliases() {
        textsNameAliases = true;
    }

    Optional<Typed> aliasInText(String text) {
        return textsNameAliases ? alias(text) : Optional.empty();
    }

    /** From here on the query has sessions, whose number is a column. */
    void openSessions() {
        hasSessions = true;
    }

    /** The number of the row's session; empty if the query has none. Stands for it until sessions are made. */
    Optional<Typed> session(String name) {
        return hasSessions && name.equalsIgnoreCase(SESSION_COLUMN)
                ? Optional.of(Typed.of(SESSION, AqlType.LONG))
                : Optional.empty();
    }

    static boolean hasSession(Expr expr) {
        return expr.equals(SESSION) || expr.children().stream().anyMatch(QueryScope::hasSession);
    }

    /** The expression with a number in the place of that of the session. */
    static Expr withSession(Expr expr, Expr number) {
        if (expr.equals(SESSION)) {
            return number;
        }
        return hasSession(expr)
                ? expr.withChildren(expr.children().stream()
                        .map(child -> withSession(child, number))
                        .toList())
                : expr;
    }

    /** An expression that stands for an aggregate; equal aggregates are computed once. */
    Typed aggregate(AggregateFunction function, List<Expr> arguments, AqlType type) {
        Aggregated call = new Aggregated(function, arguments);
        int index = aggregates.indexOf(call);
        if (index < 0) {
            index = aggregates.size();
            aggregates.add(call);
        }
        return Typed.of(
                new Expr.Parameter(AGGREGATE + index, function.signature().result()), type);
    }

    List<Aggregated> aggregates() {
        return aggregates;
    }

    /** The number of the aggregate that an expression stands for. */
    static Optional<Integer> aggregateOf(Expr expr) {
        return expr instanceof Expr.Parameter parameter && parameter.name().startsWith(AGGREGATE)
                ? Optional.of(Integer.valueOf(parameter.name().substring(AGGREGATE.length())))
                : Optional.empty();
    }

    static boolean hasAggregate(Expr expr) {
        return aggregateOf(expr).isPresent() || expr.children().stream().anyMatch(QueryScope::hasAggregate);
    }
}
