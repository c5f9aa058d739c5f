package io.quarry.aql.syntax;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Syntax trees as text in one line: keywords in upper case, names and texts as they were written, parentheses where they
 * were written and where the tree needs them. Parsing the text gives the tree again, but for the places. For what could not
 * be read stands a question mark.
 */
public final class Printer implements Expression.Visitor<String> {
    private static final Printer INSTANCE = new Printer();
    private static final Pattern NAME = Pattern.compile("(?U)[\\p{Alpha}_]\\w*");

    private static final String UNREAD = "?";

    /** How tightly an expression binds; below come the binary operators with their own powers. */
    private static final int OR = 0;

    private static final int AND = 1;
    private static final int NOT = 2;
    private static final int PREDICATE = 3;
    private static final int VALUE = 4;
    private static final int UNARY = 50;
    private static final int PRIMARY = 51;

    private Printer() {}

    /** A query as text. */
    public static String print(Query query) {
        StringBuilder out = new StringBuilder("SELECT ");
        out.append(query.items().stream().map(Printer::item).collect(Collectors.joining(", ")));
        out.append(" FROM ").append(source(query.source()));
        query.into().ifPresent(cursor -> out.append(" INTO ").append(cursor(cursor.name())));
        out.append(conditions(query));
        if (!query.groupBy().isEmpty()) {
            out.append(" GROUP BY ").append(list(query.groupBy()));
        }
        query.having().ifPresent(condition -> out.append(" HAVING ").append(print(condition)));
        if (!query.orderBy().isEmpty()) {
            out.append(" ORDER BY ")
                    .append(query.orderBy().stream().map(Printer::orderItem).collect(Collectors.joining(", ")));
        }
        query.session().ifPresent(session -> out.append(session(session)));
        query.limit().ifPresent(limit -> out.append(" LIMIT ").append(limit.rows()));
        query.time().ifPresent(time -> out.append(' ').append(time(time)));
        if (!query.parameters().isEmpty()) {
            out.append(" PARAMETERS ")
                    .append(query.parameters().stream()
                            .map(parameter -> parameter.name() + "=" + within(parameter.value(), VALUE))
                            .collect(Collectors.joining(", ")));
        }
        return out.toString();
    }

    /** An expression or condition as text. */
    public static String print(Expression expression) {
        return expression.accept(INSTANCE);
    }

    private static String item(Query.SelectItem item) {
        return print(item.expression())
                + item.alias().map(alias -> " AS " + name(alias.text())).orElse("");
    }

    private static String source(Query.Source source) {
        if (source instanceof Query.InnerQuery inner) {
            return "(" + print(inner.query()) + ")";
        }
        if (source instanceof Query.GlobalView view) {
            return "GLOBALVIEW(" + quoted(view.search()) + ", " + quoted(view.mode()) + ")";
        }
        if (source instanceof Query.NamedSource named) {
            return named.isText() ? quoted(named.name()) : name(named.name());
        }
        return UNREAD;
    }

    private static String conditions(Query query) {
        String search = query.textSearch()
                .map(text -> "TEXT SEARCH " + quoted(text.terms()))
                .orElse("");
        String condition = query.where()
                .map(where -> search.isEmpty() ? print(where) : within(where, AND))
                .orElse("");
        String both = search + (search.isEmpty() || condition.isEmpty() ? "" : " AND ") + condition;
        return both.isEmpty() ? "" : " WHERE " + both;
    }

    private static String orderItem(Query.OrderItem item) {
        return print(item.expression())
                + (item.descending() ? " DESC" : "")
                + item.collation()
                        .map(collation -> " COLLATE " + quoted(collation.tag()))
                        .orElse("");
    }

    private static String session(Query.Session session) {
        StringBuilder out = new StringBuilder(" SESSION BY " + within(session.time(), VALUE));
        if (!session.keys().isEmpty()) {
            out.append(' ')
                    .append(session.keys().stream()
                            .map(key -> within(key, VALUE))
                            .collect(Collectors.joining(", ")));
        }
        session.begin().ifPresent(begin -> out.append(boundary(" BEGIN ", begin)));
        session.end().ifPresent(end -> out.append(boundary(" END ", end)));
        session.timeout().ifPresent(millis -> out.append(" TIMEOUT ").append(millis));
        session.window().ifPresent(millis -> out.append(" TIMEWINDOW ").append(TimeUnits.shown(millis)));
        return out.toString();
    }

    private static String boundary(String word, Query.Boundary boundary) {
        return (boundary.isExplicit() ? " EXPLICIT" : "") + word + print(boundary.condition());
    }

    private static String time(TimeClause time) {
        if (time instanceof TimeClause.Last last) {
            return "LAST " + TimeUnits.shown(last.millis());
        }
        if (time instanceof TimeClause.OfOffense offense) {
            return "TIMES OFFENSE_TIME(" + offense.offense() + ")";
        }
        if (time instanceof TimeClause.Unread) {
            return "";
        }
        TimeClause.Range range = (TimeClause.Range) time;
        return "START " + within(range.start(), VALUE)
                + range.stop().map(stop -> " STOP " + within(stop, VALUE)).orElse("");
    }

    @Override
    public String text(Expression.Text text) {
        return quoted(text.value());
    }

    @Override
    public String whole(Expression.Whole whole) {
        return whole.value() == Long.MIN_VALUE ? "0x8000000000000000" : Long.toString(whole.value());
    }

    @Override
    public String decimal(Expression.Decimal decimal) {
        String plain = BigDecimal.valueOf(decimal.value()).toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    @Override
    public String truth(Expression.Truth truth) {
        return truth.value() ? "TRUE" : "FALSE";
    }

    @Override
    public String nothing(Expression.Null nothing) {
        return "NULL";
    }

    @Override
    public String name(Expression.Name name) {
        return name.quoted() ? doublyQuoted(name.text()) : name.text();
    }

    @Override
    public String star(Expression.Star star) {
        return "*";
    }

    @Override
    public String call(Expression.Call call) {
        String function = call.name().contains("::") ? call.name() : name(call.name());
        return function + "(" + list(call.arguments()) + ")";
    }

    @Override
    public String unary(Expression.Unary unary) {
        String operand = within(unary.operand(), UNARY);
        return unary.operator().symbol() + (operand.startsWith("-") ? " " : "") + operand;
    }

    @Override
    public String binary(Expression.Binary binary) {
        int power = power(binary);
        boolean isComparison = binary.operator().isComparison();
        return within(binary.left(), isComparison ? VALUE : power) + " "
                + binary.operator().symbol() + " " + within(binary.right(), isComparison ? VALUE : power + 1);
    }

    @Override
    public String match(Expression.Match match) {
        MatchOperator operator = match.operator();
        String patterns;
        if (operator.takesList()) {
            patterns = "(" + list(match.patterns()) + ")";
        } else if (match.patterns().size() > 1) {
            patterns = "ENUMERATION(" + list(match.patterns()) + ")";
        } else {
            patterns = within(match.patterns().get(0), VALUE);
        }
        return within(match.operand(), VALUE) + not(match.negated()) + " " + operator.keyword() + " " + patterns;
    }

    @Override
    public String in(Expression.In in) {
        return within(in.operand(), VALUE) + not(in.negated()) + " IN (" + list(in.values()) + ")";
    }

    @Override
    public String inQuery(Expression.InQuery inQuery) {
        return within(inQuery.operand(), VALUE) + not(inQuery.negated()) + " IN (" + print(inQuery.query()) + ")";
    }

    @Override
    public String between(Expression.Between between) {
        return within(between.operand(), VALUE) + not(between.negated()) + " BETWEEN " + within(between.low(), VALUE)
                + " AND " + within(between.high(), VALUE);
    }

    @Override
    public String isNull(Expression.IsNull isNull) {
        return within(isNull.operand(), VALUE) + " IS" + not(isNull.negated()) + " NULL";
    }

    @Override
    public String not(Expression.Not not) {
        return "NOT " + within(not.operand(), NOT);
    }

    @Override
    public String logical(Expression.Logical logical) {
        int above = power(logical) + 1;
        return logical.operands().stream()
                .map(operand -> within(operand, above))
                .collect(Collectors.joining(" " + logical.connective() + " "));
    }

    @Override
    public String caseOf(Expression.Case caseOf) {
        StringBuilder out = new StringBuilder("CASE");
        caseOf.operand().ifPresent(operand -> out.append(' ').append(print(operand)));
        for (Expression.When when : caseOf.whens()) {
            out.append(" WHEN ")
                    .append(print(when.condition()))
                    .append(" THEN ")
                    .append(print(when.value()));
        }
        caseOf.otherwise().ifPresent(otherwise -> out.append(" ELSE ").append(print(otherwise)));
        return out.append(" END").toString();
    }

    @Override
    public String ifElse(Expression.If ifElse) {
        return "IF " + print(ifElse.condition()) + " THEN " + print(ifElse.value()) + " ELSE "
                + within(ifElse.otherwise(), VALUE);
    }

    @Override
    public String group(Expression.Group group) {
        return "(" + print(group.inner()) + ")";
    }

    @Override
    public String unfilled(Expression.Unfilled unfilled) {
        return unfilled.placeholder().written();
    }

    @Override
    public String faulty(Expression.Faulty faulty) {
        return UNREAD;
    }

    /** An expression where one belongs that binds at least so tightly. */
    private static String within(Expression expression, int least) {
        String text = print(expression);
        return power(expression) < least ? "(" + text + ")" : text;
    }

    private static int power(Expression expression) {
        if (expression instanceof Expression.Logical logical) {
            return logical.connective() == Connective.OR ? OR : AND;
        }
        if (expression instanceof Expression.If) {
            return OR;
        }
        if (expression instanceof Expression.Not) {
            return NOT;
        }
        if (expression instanceof Expression.Binary binary) {
            return binary.operator().isComparison()
                    ? PREDICATE
                    : VALUE + binary.operator().power();
        }
        if (expression instanceof Expression.Unary) {
            return UNARY;
        }
        boolean isPredicate = expression instanceof Expression.Match
                || expression instanceof Expression.In
                || expression instanceof Expression.InQuery
                || expression instanceof Expression.Between
                || expression instanceof Expression.IsNull;
        return isPredicate ? PREDICATE : PRIMARY;
    }

    private static String list(List<Expression> expressions) {
        return expressions.stream().map(Printer::print).collect(Collectors.joining(", "));
    }

    private static String not(boolean negated) {
        return negated ? " NOT" : "";
    }

    private static String name(String name) {
        return NAME.matcher(name).matches() && !name.equalsIgnoreCase("FROM") ? name : doublyQuoted(name);
    }

    /** The name of a cursor, which may be a text. */
    private static String cursor(String name) {
        return NAME.matcher(name).matches() ? name : quoted(name);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String doublyQuoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
