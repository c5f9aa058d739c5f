package io.quarry.plan;

import io.quarry.data.Schema;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Prints plans for people: a step a line, its inputs below it and indented, the last step first. The same text for the
 * same plan, but nothing reads it back.
 */
public final class PlanText implements Plan.Visitor<String> {
    private static final int ROWS_SHOWN = 10;
    private static final PlanText STEPS = new PlanText();

    private PlanText() {}

    /** The plan, each line ended by LF. */
    public static String of(Plan plan) {
        StringBuilder out = new StringBuilder();
        append(out, plan, "");
        return out.toString();
    }

    /** The plan in one line, the first step first. */
    static String inLine(Plan plan) {
        String step = plan.accept(STEPS).replace("\n  ", " ");
        List<String> inputs = plan.inputs().stream().map(PlanText::inLine).toList();
        return switch (inputs.size()) {
            case 0 -> step;
            case 1 -> inputs.get(0) + " | " + step;
            default -> "(" + String.join("), (", inputs) + ") | " + step;
        };
    }

    private static void append(StringBuilder out, Plan plan, String indent) {
        out.append(plan.accept(STEPS).indent(indent.length()));
        for (Plan input : plan.inputs()) {
            append(out, input, indent + "  ");
        }
    }

    @Override
    public String scan(Plan.Scan scan) {
        return "scan " + scan.table() + " " + names(scan.schema());
    }

    @Override
    public String values(Plan.Values values) {
        String rows = values.rows().stream()
                .limit(ROWS_SHOWN)
                .map(row -> "\n  " + row(values.schema(), row))
                .collect(Collectors.joining());
        int more = values.rows().size() - ROWS_SHOWN;
        return "values " + values.schema() + rows + (more > 0 ? "\n  and " + more + " more" : "");
    }

    @Override
    public String sequence(Plan.Sequence sequence) {
        Schema none = Schema.of();
        return "sequence " + sequence.name() + " from " + ExprText.of(sequence.start(), none) + " to "
                + ExprText.of(sequence.stop(), none) + " step " + ExprText.of(sequence.step(), none);
    }

    @Override
    public String filter(Plan.Filter filter) {
        return "filter " + ExprText.of(filter.condition(), filter.schema());
    }

    @Override
    public String project(Plan.Project project) {
        return "project " + columns(project.columns(), project.input().schema());
    }

    @Override
    public String aggregate(Plan.Aggregate aggregate) {
        Schema input = aggregate.input().schema();
        String calls = aggregate.calls().stream()
                .map(call -> call.name() + " = " + call.function().name()
                        + call.arguments().stream()
                                .map(argument -> ExprText.of(argument, input))
                                .collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", "));
        String keys = aggregate.keys().isEmpty() ? "" : "by " + columns(aggregate.keys(), input);
        return ("aggregate " + calls + (calls.isEmpty() ? "" : " ") + keys).stripTrailing();
    }

    @Override
    public String join(Plan.Join join) {
        StringBuilder on = new StringBuilder();
        for (int i = 0; i < join.leftKeys().size(); i++) {
            on.append(i == 0 ? " on " : ", ")
                    .append(ExprText.of(join.leftKeys().get(i), join.left().schema()))
                    .append(" == ")
                    .append(ExprText.of(join.rightKeys().get(i), join.right().schema()));
        }
        return "join " + join.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + on;
    }

    @Override
    public String unnest(Plan.Unnest unnest) {
        String bags = unnest.bags() == BagElements.PAIRS ? " bags as pairs" : "";
        String index = unnest.index().map(name -> " at " + name).orElse("");
        String limit = unnest.limit() == Long.MAX_VALUE ? "" : " limit " + unnest.limit();
        return "unnest " + columns(unnest.collections(), unnest.input().schema()) + index + bags + limit;
    }

    @Override
    public String union(Plan.Union union) {
        return "union";
    }

    @Override
    public String sort(Plan.Sort sort) {
        String keys = sort.keys().stream().map(key -> key(key, sort.schema())).collect(Collectors.joining(", "));
        return sort.limit().isPresent() ? "top " + sort.limit().getAsLong() + " by " + keys : "sort by " + keys;
    }

    @Override
    public String limit(Plan.Limit limit) {
        return "limit " + limit.rows();
    }

    @Override
    public String window(Plan.Window window) {
        Schema columns = window.schema();
        String calls = window.calls().stream()
                .map(call ->
                        call.name() + " = " + call.function().label() + "(" + list(call.arguments(), columns) + ")")
                .collect(Collectors.joining(", "));
        String keys = window.partitionKeys().isEmpty() ? "" : " by " + list(window.partitionKeys(), columns);
        return "window " + calls + keys;
    }

    @Override
    public String match(Plan.Match match) {
        String keys = match.partitionKeys().isEmpty()
                ? ""
                : " by " + list(match.partitionKeys(), match.input().schema());
        String number = match.number().map(name -> " numbered " + name).orElse("");
        return "match" + keys + number
                + match.steps().stream().map(step -> step(step, match)).collect(Collectors.joining());
    }

    private static String step(MatchStep step, Plan.Match match) {
        Schema readable = match.readable();
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < step.values().size(); i++) {
            NamedExpr value =
                    new NamedExpr(match.columns().get(i).name(), step.values().get(i));
            values.append(i == 0 ? " => " : ", ").append(column(value, readable));
        }
        String output = step.output() == MatchStep.Output.ALL
                ? ""
                : " output " + step.output().name().toLowerCase(Locale.ROOT);
        return "\n  step " + step.name() + output + ": " + ExprText.of(step.condition(), readable) + values;
    }

    private static String list(List<Expr> exprs, Schema input) {
        return exprs.stream().map(expr -> ExprText.of(expr, input)).collect(Collectors.joining(", "));
    }

    private static String key(SortKey key, Schema input) {
        String direction = key.direction() == SortKey.Direction.ASCENDING ? " asc" : " desc";
        String nulls = key.nulls() == SortKey.Nulls.FIRST ? " nulls first" : " nulls last";
        return ExprText.of(key.expr(), input) + direction + nulls;
    }

    private static String columns(List<NamedExpr> columns, Schema input) {
        return columns.stream().map(column -> column(column, input)).collect(Collectors.joining(", "));
    }

    private static String column(NamedExpr column, Schema input) {
        String expr = ExprText.of(column.expr(), input);
        return expr.equals(column.name()) ? expr : column.name() + " = " + expr;
    }

    private static String names(Schema schema) {
        return schema.names().stream().collect(Collectors.joining(", ", "(", ")"));
    }

    private static String row(Schema schema, List<Object> row) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            out.append(i == 0 ? "" : ", ").append(ExprText.of(schema.type(i), row.get(i)));
        }
        return out.toString();
    }
}
