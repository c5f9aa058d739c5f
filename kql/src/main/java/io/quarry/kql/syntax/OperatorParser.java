package io.quarry.kql.syntax;

import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.syntax.Expression.Name;
import io.quarry.kql.syntax.Token.Kind;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Parses tabular operators, one production each; the table in the constructor names them. */
final class OperatorParser {
    /** More operators in one pipe are refused: every one makes the plan a step deeper. */
    private static final int MOST_OPERATORS = 1000;

    /** Operators that are known to exist and are not parsed. */
    private static final Set<String> FOREIGN = Set.of(
            "execute-and-cache",
            "graph-mark-components",
            "graph-match",
            "graph-shortest-paths",
            "graph-to-table",
            "graph-where-edges",
            "graph-where-nodes",
            "macro-expand",
            "make-graph",
            "partition-by",
            "reduce");

    static final Set<String> EXPAND_PARAMETERS = Set.of("kind", "bagexpansion", "with_itemindex");

    /** The most rows that {@code mvexpand} makes of one where no limit is written; {@code mv-expand} has none. */
    private static final long OLD_EXPAND_LIMIT = 128;

    private static final Set<String> UNION_PARAMETERS = Set.of("kind", "withsource", "with_source", "isfuzzy");

    /** Operators that leave the columns as they are, whatever else is said. */
    private static final Set<String> KEEPING = Set.of("where", "filter", "sort", "order", "top", "take", "limit");

    /** What follows the name of a table, and no {@code print}. */
    private static final Set<String> NO_ITEM = Set.of("|", "=", ".", ")");

    private static final Set<String> LEADING = Set.of("union", "range", "print", "find", "search", "evaluate");

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final OrderingParser orderings;
    private final ColumnPatternParser patterns;
    private final DeclarationParser declarations;

    /** Each production takes the operator's name, which has been read. */
    private final Map<String, Function<Span, Operator>> productions = new HashMap<>();

    OperatorParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.orderings = new OrderingParser(cursor, expressions);
        this.patterns = new ColumnPatternParser(cursor);
        this.declarations = new DeclarationParser(cursor);
        productions.put("where", this::where);
        productions.put("filter", this::where);
        productions.put("extend", this::extend);
        productions.put("project", this::project);
        productions.put("project-away", this::projectAway);
        productions.put("project-keep", this::projectKeep);
        productions.put("project-rename", this::projectRename);
        productions.put("project-reorder", this::projectReorder);
        productions.put("parse", name -> parse(name, Operator.Parse.Unmatched.KEPT));
        productions.put("parse-where", name -> parse(name, Operator.Parse.Unmatched.DROPPED));
        productions.put("parse-kv", name -> new ParseKvParser(cursor, expressions).operator(name));
        productions.put("summarize", this::summarize);
        productions.put("join", this::join);
        productions.put("lookup", this::lookup);
        productions.put("union", this::union);
        productions.put("search", this::search);
        productions.put("find", new FindParser(cursor, expressions, this)::find);
        productions.put("sort", this::sort);
        productions.put("order", this::sort);
        productions.put("top", this::top);
        productions.put("take", this::take);
        productions.put("limit", this::take);
        productions.put("sample", this::sample);
        productions.put("sample-distinct", this::sampleDistinct);
        productions.put("consume", this::consume);
        productions.put("project-by-names", this::projectByNames);
        productions.put("distinct", this::distinct);
        productions.put("count", this::count);
        productions.put("print", this::print);
        productions.put("range", this::range);
        productions.put("serialize", this::serialize);
        productions.put("mv-expand", name -> mvExpand(name, Long.MAX_VALUE));
        productions.put("mvexpand", name -> mvExpand(name, OLD_EXPAND_LIMIT));
        productions.put("scan", new ScanParser(cursor, expressions, this)::scan);
        GroupParser groups = new GroupParser(cursor, expressions, this);
        productions.put("mv-apply", groups::mvApply);
        productions.put("mvapply", groups::mvApply);
        productions.put("partition", groups::partition);
        productions.put("fork", groups::fork);
        productions.put("facet", groups::facet);
        productions.put("top-nested", groups::topNested);
        productions.put("top-hitters", groups::topHitters);
        productions.put("make-series", groups::makeSeries);
        productions.put("invoke", this::invoke);
        productions.put("evaluate", this::evaluate);
        productions.put("as", this::as);
        productions.put("getschema", Operator.GetSchema::new);
        productions.put("render", this::render);
    }

    /** The operator that begins here; what cannot be read is reported, stepped over and comes out broken. */
    Operator operator() {
        Cursor.Nesting nesting = cursor.nesting();
        Token start = cursor.peek();
        try {
            return production();
        } catch (SyntaxError reported) {
            cursor.recoverAtPipe(nesting);
            return new Operator.Broken(
                    upToLast(start.span()),
                    KEEPING.contains(start.text()) ? Operator.Broken.Columns.KEPT : Operator.Broken.Columns.UNKNOWN);
        }
    }

    /** One or more operators, divided by pipes. */
    List<Operator> steps() {
        List<Operator> steps = new ArrayList<>();
        do {
            if (steps.size() == MOST_OPERATORS) {
                cursor.problems()
                        .report(
                                CommonCode.LIMIT,
                                cursor.peek().span(),
                                "the pipe has more than " + MOST_OPERATORS + " operators");
                throw new SyntaxError();
            }
            steps.add(operator());
        } while (takePipe());
        return steps;
    }

    /** Takes the pipe before an operator; where only the pipe is missing, that is reported, and true as well. */
    boolean takePipe() {
        if (cursor.takeIf("|")) {
            StepSlips.skipMorePipes(cursor);
            return true;
        }
        return StepSlips.isPipeMissing(cursor);
    }

    /** True if an operator that needs no input begins here. */
    boolean leadingAhead() {
        Token name = cursor.peek();
        if (name.text().equals("macro") && cursor.peek(2).text().equals("expand")) {
            return name.touches(cursor.peek(1)) && cursor.peek(1).isSymbol("-");
        }
        if (name.kind() != Kind.NAME || !LEADING.contains(name.text())) {
            return false;
        }
        Token next = cursor.peek(1);
        return switch (name.text()) {
            case "range" -> next.kind() == Kind.NAME && cursor.peek(2).isName("from");
            case "evaluate" -> next.kind() == Kind.NAME;
            case "print" -> !NO_ITEM.contains(next.text());
            case "find", "search" ->
                next.kind() == Kind.NAME
                        || next.kind() == Kind.STRING
                        || next.isSymbol("(")
                        || next.isSymbol("*")
                        || next.isSymbol("[");
            default ->
                next.kind() == Kind.NAME && BinaryOperators.at(cursor, 1) == null
                        || next.kind() == Kind.STRING
                        || next.kind() == Kind.LITERAL
                        || next.kind() == Kind.TYPED_LITERAL
                        || next.isSymbol("(")
                        || next.isSymbol("*")
                        || next.isSymbol("-")
                        || next.isSymbol("[");
        };
    }

    private Operator production() {
        if (cursor.peek().kind() != Kind.NAME) {
            throw cursor.missing("an operator");
        }
        Span start = cursor.peek().span();
        String name = operatorName();
        Span keyword = upToLast(start);
        Function<Span, Operator> production = productions.get(name);
        if (production != null) {
            return production.apply(keyword);
        }
        if (FOREIGN.contains(name)) {
            cursor.skipOperator(cursor.nesting());
            return new Operator.Foreign(upToLast(start), keyword, name);
        }
        Set<String> known = new TreeSet<>(productions.keySet());
        known.addAll(FOREIGN);
        return StepSlips.meant(cursor.problems(), keyword, name, known)
                .map(productions::get)
                .orElseThrow(SyntaxError::new)
                .apply(keyword);
    }

    /** A name whose parts may be joined by hyphens without blanks. */
    String operatorName() {
        Token part = cursor.take();
        StringBuilder name = new StringBuilder(part.text());
        while (cursor.at("-") && part.touches(cursor.peek()) && hyphenJoins()) {
            cursor.take();
            part = cursor.take();
            name.append('-').append(part.text());
        }
        return name.toString();
    }

    private boolean hyphenJoins() {
        return cursor.peek(1).kind() == Kind.NAME && cursor.peek().touches(cursor.peek(1));
    }

    private Operator where(Span name) {
        Expression predicate = expressions.named();
        return new Operator.Where(upToLast(name), predicate);
    }

    private Operator extend(Span name) {
        List<Expression> items = expressions.namedList();
        return new Operator.Extend(upToLast(name), items);
    }

    private Operator project(Span name) {
        List<Expression> items = atOperatorEnd() ? List.of() : expressions.namedList();
        return new Operator.Project(upToLast(name), items);
    }

    private Operator projectAway(Span name) {
        List<Expression> columns = patterns.patterns();
        return new Operator.ProjectAway(upToLast(name), columns);
    }

    private Operator projectKeep(Span name) {
        List<Expression> columns = patterns.patterns();
        return new Operator.ProjectKeep(upToLast(name), columns);
    }

    private Operator projectRename(Span name) {
        List<Expression> items = expressions.namedList();
        return new Operator.ProjectRename(upToLast(name), items);
    }

    private Operator projectReorder(Span name) {
        List<Operator.ProjectReorder.Reordered> columns = new ArrayList<>();
        do {
            Expression pattern = patterns.pattern();
            columns.add(new Operator.ProjectReorder.Reordered(pattern, reorderDirection()));
        } while (cursor.takeIf(","));
        return new Operator.ProjectReorder(upToLast(name), columns);
    }

    private String reorderDirection() {
        if (cursor.atName("asc") || cursor.atName("desc")) {
            return cursor.take().text();
        }
        if (cursor.atName("granny") && cursor.peek(1).isSymbol("-")) {
            return operatorName();
        }
        return "";
    }

    private Operator parse(Span name, Operator.Parse.Unmatched unmatched) {
        List<OperatorParameter> parameters = parameters(Set.of("kind", "flags"));
        Expression text = expressions.expression();
        cursor.expectName("with");
        List<ParsePiece> pattern = new ParsePatternParser(cursor).pattern();
        return new Operator.Parse(upToLast(name), unmatched, parameters, text, pattern);
    }

    private Operator summarize(Span name) {
        parameters(Set.of());
        List<Expression> aggregates = cursor.atName("by") || atOperatorEnd() ? List.of() : expressions.namedList();
        List<Expression> keys = cursor.takeIfName("by") ? expressions.namedList() : List.of();
        return new Operator.Summarize(upToLast(name), aggregates, keys);
    }

    private Operator join(Span name) {
        List<OperatorParameter> parameters = parameters(Set.of("kind"));
        Expression right = expressions.postfix();
        List<Expression> conditions = conditions(name);
        return new Operator.Join(upToLast(name), parameters, right, conditions);
    }

    private Operator lookup(Span name) {
        List<OperatorParameter> parameters = parameters(Set.of("kind"));
        parameters.stream()
                .filter(parameter -> parameter.name().startsWith("hint."))
                .forEach(hint -> cursor.fail(hint.span(), "lookup takes no hints"));
        Expression right = expressions.postfix();
        if (!cursor.atName("on")) {
            throw cursor.missing("a condition, 'on' and common columns");
        }
        List<Expression> conditions = conditions(name);
        return new Operator.Lookup(upToLast(name), parameters, right, conditions);
    }

    private List<Expression> conditions(Span operator) {
        if (!cursor.takeIfName("on")) {
            String message = "expected a condition, 'on' and common columns, found "
                    + cursor.peek().describe();
            if (!atOperatorEnd()) {
                throw cursor.fail(cursor.placeOfExpected(), message);
            }
            cursor.problems().report(KqlCode.JOIN_CONDITION, operator, message);
            throw new SyntaxError();
        }
        return expressions.expressionList();
    }

    private Operator union(Span name) {
        List<OperatorParameter> parameters = parameters(UNION_PARAMETERS);
        List<Expression> operands = new ArrayList<>();
        do {
            operands.add(patterns.isWildcardAhead() ? patterns.wildcard() : expressions.postfix());
        } while (cursor.takeIf(","));
        return new Operator.Union(upToLast(name), parameters, operands);
    }

    private Operator search(Span name) {
        List<OperatorParameter> parameters = parameters(Set.of("kind"));
        List<Expression> tables = cursor.atName("in") && cursor.peek(1).isSymbol("(") ? inTables() : List.of();
        Expression predicate = expressions.searchPredicate();
        return new Operator.Search(upToLast(name), name, parameters, tables, predicate);
    }

    /** {@code in (A, B*, (C | where x))}. */
    List<Expression> inTables() {
        cursor.expectName("in");
        cursor.expect("(");
        List<Expression> tables = new ArrayList<>();
        do {
            tables.add(patterns.isWildcardAhead() ? patterns.wildcard() : expressions.postfix());
        } while (cursor.takeIf(","));
        cursor.expect(")");
        return tables;
    }

    private Operator sort(Span name) {
        parameters(Set.of());
        cursor.expectName("by");
        List<Ordering> keys = orderings.orderings();
        return new Operator.Sort(upToLast(name), keys);
    }

    private Operator top(Span name) {
        Expression count = expressions.expression();
        cursor.expectName("by");
        Ordering key = orderings.ordering();
        return new Operator.Top(upToLast(name), count, key);
    }

    private Operator take(Span name) {
        Expression count = expressions.expression();
        return new Operator.Take(upToLast(name), count);
    }

    private Operator sample(Span name) {
        Expression count = expressions.expression();
        return new Operator.Sample(upToLast(name), count);
    }

    private Operator sampleDistinct(Span name) {
        Expression count = expressions.expression();
        cursor.expectName("of");
        Expression column = expressions.named();
        return new Operator.SampleDistinct(upToLast(name), count, column);
    }

    private Operator consume(Span name) {
        parameters(Set.of("decodeblocks"));
        return new Operator.Consume(upToLast(name));
    }

    private Operator projectByNames(Span name) {
        List<Expression> names = expressions.expressionList();
        return new Operator.ProjectByNames(upToLast(name), names);
    }

    private Operator distinct(Span name) {
        parameters(Set.of());
        List<Expression> columns =
                cursor.at("*") ? List.of(new Expression.Star(cursor.take().span())) : expressions.namedList();
        return new Operator.Distinct(upToLast(name), columns);
    }

    private Operator count(Span name) {
        if (cursor.at("(")) {
            throw cursor.fail(name, "the operator count takes no parentheses", "count() belongs to summarize");
        }
        Optional<Name> column = cursor.takeIfName("as") ? Optional.of(cursor.name()) : Optional.empty();
        return new Operator.Count(upToLast(name), column);
    }

    private Operator print(Span name) {
        List<Expression> items = expressions.namedList();
        return new Operator.Print(upToLast(name), items);
    }

    private Operator range(Span name) {
        Name column = cursor.name();
        cursor.expectName("from");
        Expression from = expressions.expression();
        cursor.expectName("to");
        Expression to = expressions.expression();
        cursor.expectName("step");
        Expression step = expressions.expression();
        return new Operator.Range(upToLast(name), column, from, to, step);
    }

    private Operator serialize(Span name) {
        parameters(Set.of());
        List<Expression> items = atOperatorEnd() ? List.of() : expressions.namedList();
        return new Operator.Serialize(upToLast(name), items);
    }

    private Operator mvExpand(Span name, long unwrittenLimit) {
        List<OperatorParameter> parameters = parameters(EXPAND_PARAMETERS);
        List<Operator.MvExpand.Expanded> items = expandedItems();
        Optional<Expression> limit = limit();
        return new Operator.MvExpand(upToLast(name), parameters, items, limit, unwrittenLimit);
    }

    /** What is expanded, each with the type of its elements. */
    List<Operator.MvExpand.Expanded> expandedItems() {
        List<Operator.MvExpand.Expanded> items = new ArrayList<>();
        do {
            Expression value = expressions.named();
            items.add(new Operator.MvExpand.Expanded(
                    value, cursor.takeIfName("to") ? Optional.of(declarations.typeOf()) : Optional.empty()));
        } while (cursor.takeIf(","));
        return items;
    }

    /** {@code limit n}. */
    Optional<Expression> limit() {
        return cursor.takeIfName("limit") ? Optional.of(expressions.expression()) : Optional.empty();
    }

    private Operator invoke(Span name) {
        Expression.Call call = expressions.call(cursor.name());
        return new Operator.Invoke(upToLast(name), call);
    }

    private Operator evaluate(Span name) {
        List<OperatorParameter> parameters = parameters(Set.of());
        Expression.Call plugin = expressions.call(cursor.name());
        Optional<OutputSchema> schema = cursor.takeIf(":") ? Optional.of(outputSchema()) : Optional.empty();
        return new Operator.Evaluate(upToLast(name), parameters, plugin, schema);
    }

    private OutputSchema outputSchema() {
        Span open = cursor.expect("(").span();
        Optional<Expression.Star> star = Optional.empty();
        if (cursor.at("*")) {
            star = Optional.of(new Expression.Star(cursor.take().span()));
            if (!cursor.at(")")) {
                cursor.expect(",");
            }
        }
        List<ColumnDeclaration> columns = declarations.columnsToClose();
        return new OutputSchema(upToLast(open), star, columns);
    }

    private Operator as(Span name) {
        parameters(Set.of());
        Name alias = Keywords.variable(cursor);
        return new Operator.As(upToLast(name), alias);
    }

    private Operator render(Span name) {
        Name kind = cursor.name();
        List<RenderProperty> properties = new RenderPropertyParser(cursor, expressions).properties();
        return new Operator.Render(upToLast(name), kind, properties);
    }

    private List<OperatorParameter> parameters(Set<String> names) {
        return new ParameterParser(cursor, expressions).parameters(names);
    }

    private boolean atOperatorEnd() {
        return cursor.atEnd() || cursor.at("|") || cursor.at(";") || cursor.at(")") || cursor.at("}");
    }

    /** From a place to the token that was taken last. */
    Span upToLast(Span start) {
        return start.to(cursor.last().span());
    }
}
