package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.aql.catalog.AqlColumn;
import io.quarry.aql.catalog.AqlSwitch;
import io.quarry.aql.catalog.AqlType;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.aql.syntax.Expression;
import io.quarry.aql.syntax.Query;
import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.functions.aql.Collation;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Expr;
import io.quarry.plan.FunctionException;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Origin;
import io.quarry.plan.Plan;
import io.quarry.plan.Repair;
import io.quarry.plan.SortKey;
import io.quarry.plan.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * One query to a plan: rows of the source in the time window, filter, groups, filter of groups, order, limit, columns.
 * Aliases are put in place of their names, so they may be used in every clause.
 */
public final class QueryAnalyzer {
    /** The columns of {@code SELECT *} from events, in the order in which QRadar returns them. */
    private static final List<String> DEFAULT_COLUMNS = List.of(
            "starttime",
            "protocolid",
            "sourceip",
            "logsourceid",
            "qid",
            "sourceport",
            "eventcount",
            "magnitude",
            "identityip",
            "destinationip",
            "destinationport",
            "category",
            "username");

    /**
     * A plan, and what AQL takes its columns for.
     *
     * @param timeLimit how long the search may take, if the query says it
     */
    public record Analyzed(Plan plan, List<AqlColumn> columns, Optional<Duration> timeLimit) {}

    private record Output(String name, Typed value) {}

    private final AqlCatalog catalog;
    private final Findings findings;
    private final Query query;
    private final QueryScope scope;
    private final ExpressionAnalyzer expressions;
    private final List<Output> outputs = new ArrayList<>();
    private final Optional<Duration> timeLimit;

    private QueryAnalyzer(Query query, QueryScope scope) {
        this.catalog = scope.catalog();
        this.findings = scope.findings();
        this.query = query;
        this.scope = scope;
        this.expressions = new ExpressionAnalyzer(scope);
        this.timeLimit = SearchParameters.timeLimit(query.parameters(), findings);
    }

    /** The plan of a query; not to be used if there are errors. */
    static Analyzed analyze(Query query, AqlCatalog catalog, Findings findings, Cursors cursors) {
        Rows rows = new SourceAnalyzer(catalog, findings, cursors).rows(query);
        return new QueryAnalyzer(query, new QueryScope(catalog, findings, cursors, rows)).analyze();
    }

    private Analyzed analyze() {
        query.session().ifPresent(session -> scope.openSessions());
        query.distinct().ifPresent(span -> DistinctRepair.report(query, span, findings));
        ColumnNames names = new ColumnNames();
        query.items().forEach(item -> item(item, names));
        Optional<Expr> window = new TimeWindow(scope, expressions, query.source()).condition(query.time(), query.end());
        Optional<Expr> where = where();
        scope.letTextsNameAliases();
        List<Expr> keys = query.groupBy().stream().map(this::groupKey).toList();
        Optional<Expr> having = query.having().map(expressions::condition);
        List<SortKey> order = order();
        Optional<Sessions> sessions = query.session().map(session -> new Sessions(scope, expressions, session));
        boolean grouped = !query.groupBy().isEmpty() || !scope.aggregates().isEmpty() || having.isPresent();
        if (query.groupBy().isEmpty() && scope.aggregates().isEmpty()) {
            query.having().ifPresent(this::warnOfHaving);
        }
        if (grouped && sessions.isPresent()) {
            findings.add(
                    CommonCode.UNSUPPORTED,
                    query.session().get().span(),
                    "SESSION BY cannot be run in a query with groups",
                    "put the query with SESSION BY in parentheses after FROM, and group outside");
        }
        if (findings.hasErrors()) {
            return faulty();
        }
        List<Expr> conditions = Stream.concat(where.stream(), having.stream()).toList();
        List<Expr> values = Stream.of(
                        outputs.stream().map(output -> output.value().expr()),
                        keys.stream(),
                        order.stream().map(SortKey::expr))
                .flatMap(all -> all)
                .toList();
        new AbsentReading(scope).warn(conditions, values);
        if (!grouped && order.isEmpty()) {
            order = newestFirst();
        }
        if (sessions.isPresent()) {
            return sessions(sessions.get().number(filtered(window, where)), order);
        }
        return grouped ? groups(window, where, keys, having, order) : rows(window, where, order);
    }

    private void warnOfHaving(Expression condition) {
        String message = "HAVING without groups asks the first values of one group of all rows";
        String hint = "conditions on rows stand in WHERE";
        String before = findings.source()
                .text()
                .substring(0, condition.span().start())
                .stripTrailing()
                .toUpperCase(Locale.ROOT);
        if (query.where().isPresent() || !before.endsWith("HAVING")) {
            findings.add(AqlCode.HAVING_WITHOUT_GROUPS, condition.span(), message, hint);
            return;
        }
        Span word = new Span(before.length() - "HAVING".length(), before.length());
        findings.add(
                Repair.replace("write WHERE", word, "WHERE"),
                AqlCode.HAVING_WITHOUT_GROUPS,
                condition.span(),
                message,
                hint);
    }

    private Optional<Expr> where() {
        List<Expr> all = new ArrayList<>();
        query.textSearch().flatMap(new TextSearchAnalyzer(scope)::condition).ifPresent(all::add);
        query.where().map(this::rowCondition).ifPresent(all::add);
        return all.size() < 2 ? all.stream().findFirst() : Optional.of(new Expr.And(all));
    }

    /** Stands for a faulty inner query, so that the names of its columns are known outside. */
    private Analyzed faulty() {
        List<Field> fields = outputs.stream()
                .map(output -> new Field(output.name(), output.value().expr().type()))
                .toList();
        return new Analyzed(new Plan.Values(new Schema(fields), List.of()), columnTypes(), timeLimit);
    }

    private List<AqlColumn> columnTypes() {
        List<AqlColumn> types = new ArrayList<>();
        for (Output output : outputs) {
            AqlColumn.Content content =
                    output.value().column().map(AqlColumn::content).orElse(AqlColumn.Content.ANY);
            AqlType type =
                    output.value().isNothing() ? AqlType.STRING : output.value().type();
            types.add(new AqlColumn(output.name(), type, content, AqlColumn.Origin.BUILT_IN));
        }
        return types;
    }

    private void item(Query.SelectItem item, ColumnNames names) {
        if (item.expression() instanceof Expression.Star) {
            item.alias().ifPresent(alias -> refuseName(item.expression().span(), alias));
            star(names);
            return;
        }
        Typed value = item.alias().isPresent() ? expressions.analyze(item.expression()) : column(item.expression());
        if (item.alias().isPresent()) {
            String alias = item.alias().get().text();
            scope.define(alias, value);
            outputs.add(new Output(names.unique(alias), value));
        } else {
            String name = names.automatic(item.expression());
            boolean isColumn = item.expression().bare() instanceof Expression.Name;
            outputs.add(new Output(names.unique(isColumn ? ofColumn(name) : name), value));
        }
    }

    private void refuseName(Span star, Query.Alias alias) {
        findings.add(
                Repair.replace(
                        "remove the name", new Span(star.end(), alias.span().end()), ""),
                CommonCode.SYNTAX,
                alias.span(),
                "* stands for several columns, which keep their own names");
    }

    /** The name of a column in the result: that of its first value where it is not a key of a query with groups. */
    private String ofColumn(String name) {
        return isGroupedWithout(name) ? "FIRST_" + name : name;
    }

    /** What stands where a column does; a placeholder there stands for its name, which no value can be. */
    private Typed column(Expression expression) {
        if (expression.bare() instanceof Expression.Unfilled unfilled) {
            unfilled.placeholder().refuse(findings, unfilled.span(), "a column");
            return Typed.nothing();
        }
        return expressions.analyze(expression);
    }

    private boolean isGroupedWithout(String name) {
        boolean grouped = !query.groupBy().isEmpty()
                || query.items().stream().anyMatch(item -> hasAggregateCall(item.expression()));
        return grouped
                && query.groupBy().stream()
                        .noneMatch(key -> key.bare() instanceof Expression.Name other
                                        && other.text().equalsIgnoreCase(name)
                                || key.bare() instanceof Expression.Text text
                                        && text.value().equalsIgnoreCase(name));
    }

    private static boolean hasAggregateCall(Expression expression) {
        return expression instanceof Expression.Call call
                        && AggregateAnalyzer.isAggregate(call.name().toUpperCase(Locale.ROOT))
                || expression.children().stream().anyMatch(QueryAnalyzer::hasAggregateCall);
    }

    private void star(ColumnNames names) {
        if (scope.rows().isTable() && scope.rows().columns().all().isEmpty()) {
            findings.add(
                    CommonCode.UNSUPPORTED,
                    query.source().span(),
                    "the columns of " + scope.rows().shownName() + " are not known, so * has none");
        }
        boolean isEvents = scope.rows().isTable() && scope.rows().shownName().equals("events");
        for (AqlColumn column : scope.rows().columns().all()) {
            if (!isEvents) {
                outputs.add(new Output(
                        names.unique(ofColumn(column.name())), scope.rows().read(column)));
            }
        }
        if (isEvents) {
            for (String name : DEFAULT_COLUMNS) {
                AqlColumn column = scope.rows().columns().bare(name).orElseThrow();
                outputs.add(
                        new Output(names.unique(ofColumn(name)), scope.rows().read(column)));
            }
        }
        scope.session(QueryScope.SESSION_COLUMN)
                .ifPresent(session -> outputs.add(new Output(names.unique(QueryScope.SESSION_COLUMN), session)));
    }

    private Expr rowCondition(Expression expression) {
        Expr condition = scope.ofRows(() -> expressions.condition(expression));
        refuseAggregate(condition, expression, "WHERE");
        if (QueryScope.hasSession(condition)) {
            findings.add(
                    AqlCode.UNKNOWN_FIELD,
                    expression.span(),
                    "sessions are made of what WHERE leaves, so it cannot ask for " + QueryScope.SESSION_COLUMN,
                    "put the query in parentheses after FROM, and ask outside");
        }
        return condition;
    }

    private Analyzed sessions(Sessions.Numbered numbered, List<SortKey> order) {
        List<SortKey> keys = order.stream()
                .map(key -> new SortKey(
                        QueryScope.withSession(key.expr(), numbered.session()), key.direction(), key.nulls()))
                .toList();
        List<Expr> columns = outputs.stream()
                .map(output -> QueryScope.withSession(output.value().expr(), numbered.session()))
                .toList();
        return finish(numbered.rows(), keys, columns);
    }

    private Expr groupKey(Expression expression) {
        Expr key = scope.ofRows(() -> column(expression)).expr();
        refuseAggregate(key, expression, "GROUP BY");
        return key;
    }

    private void refuseAggregate(Expr expr, Expression written, String clause) {
        if (QueryScope.hasAggregate(expr)) {
            findings.add(
                    AqlCode.AGGREGATE_NOT_ALLOWED,
                    written.span(),
                    "an aggregate cannot stand in " + clause,
                    "conditions on groups belong in HAVING");
        }
    }

    private List<SortKey> order() {
        if (query.orderBy().size() > 1) {
            findings.add(
                    AqlCode.SEVERAL_SORT_KEYS,
                    query.orderBy().get(1).expression().span(),
                    "some versions of QRadar sort by one key only");
        }
        List<SortKey> keys = new ArrayList<>();
        for (Query.OrderItem item : query.orderBy()) {
            Typed key = column(item.expression());
            Expr expr = sorted(item, key);
            SortKey.Direction direction =
                    item.descending() ? SortKey.Direction.DESCENDING : SortKey.Direction.ASCENDING;
            boolean isLeast = catalog.isOn(AqlSwitch.ABSENT_IS_LEAST) && !item.descending();
            keys.add(new SortKey(expr, direction, isLeast ? SortKey.Nulls.FIRST : SortKey.Nulls.LAST));
        }
        return keys;
    }

    /** What a key sorts by: addresses by their value, texts in the order of a language where one is named. */
    private Expr sorted(Query.OrderItem item, Typed key) {
        Origin origin = scope.origin(item.expression().span());
        boolean isKnown = item.collation().map(this::isKnown).orElse(false);
        return switch (key.type()) {
            case IP -> Operators.call("ADDRESS ORDER", origin, key.expr());
            case STRING, NULL ->
                isKnown
                        ? Operators.call(
                                "COLLATE",
                                origin,
                                key.expr(),
                                Typed.text(item.collation().orElseThrow().tag()).expr())
                        : key.expr();
            case LONG, DOUBLE, BOOLEAN, MAC, PORT, BYTES, TIME, LIST -> key.expr();
        };
    }

    /** False, and reported, for a language whose order is not known. */
    private boolean isKnown(Query.Collation collation) {
        try {
            Collation.of(collation.tag());
            return true;
        } catch (FunctionException e) {
            findings.add(AqlCode.NOT_CONVERTIBLE, collation.span(), e.getMessage());
            return false;
        }
    }

    private Plan filtered(Optional<Expr> window, Optional<Expr> where) {
        Plan plan = scope.rows().plan();
        if (window.isPresent()) {
            plan = new Plan.Filter(plan, window.get());
        }
        return where.isPresent() ? new Plan.Filter(plan, where.get()) : plan;
    }

    private Analyzed rows(Optional<Expr> window, Optional<Expr> where, List<SortKey> order) {
        return finish(
                filtered(window, where),
                order,
                outputs.stream().map(Output::value).map(Typed::expr).toList());
    }

    /** The order of rows where the query names none. */
    private List<SortKey> newestFirst() {
        return scope
                .rows()
                .columns()
                .bare("starttime")
                .filter(column -> scope.rows().isTable() && catalog.isOn(AqlSwitch.NEWEST_FIRST))
                .map(column ->
                        new SortKey(scope.rows().read(column).expr(), SortKey.Direction.DESCENDING, SortKey.Nulls.LAST))
                .stream()
                .toList();
    }

    private Analyzed groups(
            Optional<Expr> window, Optional<Expr> where, List<Expr> keys, Optional<Expr> having, List<SortKey> order) {
        Grouping grouping =
                new Grouping(scope, new AggregateAnalyzer(scope, expressions), keys, scope.origin(query.span()));
        List<Expr> columns = outputs.stream()
                .map(output -> grouping.overGroups(output.value().expr()))
                .toList();
        Optional<Expr> condition = having.map(grouping::overGroups);
        List<SortKey> sorted = order.stream()
                .map(key -> new SortKey(grouping.overGroups(key.expr()), key.direction(), key.nulls()))
                .toList();
        boolean mayBeNothing = keys.isEmpty() && catalog.isOn(AqlSwitch.NO_ROW_OF_NOTHING);
        Optional<Expr> count = mayBeNothing ? Optional.of(grouping.overGroups(rowCount())) : Optional.empty();
        Plan plan = grouping.plan(filtered(window, where));
        if (count.isPresent()) {
            Expr nothing = Typed.decimal(0).expr();
            plan = new Plan.Filter(plan, Operators.call("<", scope.origin(query.span()), nothing, count.get()));
        }
        if (condition.isPresent()) {
            plan = new Plan.Filter(plan, condition.get());
        }
        return finish(plan, sorted, columns);
    }

    private Expr rowCount() {
        return scope.aggregate(Operators.aggregate("COUNT", List.of()), List.of(), AqlType.DOUBLE)
                .expr();
    }

    private Analyzed finish(Plan rows, List<SortKey> order, List<Expr> columns) {
        Plan plan = rows;
        if (!order.isEmpty()) {
            plan = new Plan.Sort(plan, order, OptionalLong.empty());
        }
        if (query.limit().isPresent()) {
            plan = new Plan.Limit(plan, query.limit().get().rows());
        }
        List<NamedExpr> named = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            named.add(new NamedExpr(outputs.get(i).name(), columns.get(i)));
        }
        return new Analyzed(new Plan.Project(plan, named), columnTypes(), timeLimit);
    }
}
