package io.quarry.testing.qt;

import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.engine.Engine;
import io.quarry.engine.RunOptions;
import io.quarry.plan.Compilation;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Plan;
import io.quarry.plan.PlanText;
import io.quarry.plan.QueryException;
import io.quarry.plan.SourceText;
import io.quarry.testing.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Runs the cases of test files. */
public final class QtRunner {
    private QtRunner() {}

    /**
     * Reads a test file.
     *
     * @throws RuntimeException naming the line, if the text does not follow the format
     */
    public static QtFile read(String name, String text) {
        return QtParser.parse(name, text);
    }

    /** What is wrong with each case of the file, with its line; empty if nothing is. */
    public static List<String> failures(QtFile file) {
        List<String> failures = new ArrayList<>();
        for (QtCase test : file.cases()) {
            for (QtQuery query : test.queries()) {
                check(test, query, failures);
            }
        }
        return failures;
    }

    /** The file's text with the expectation of each case replaced by the answer of its first query. */
    public static String updated(QtFile file) {
        List<String> lines = new ArrayList<>();
        int copied = 0;
        for (QtCase test : file.cases()) {
            lines.addAll(file.lines().subList(copied, test.expectedFrom()));
            lines.addAll(
                    actual(test, test.queries().get(0), Configuration.usual()).lines());
            copied = test.expectedFrom() + test.expected().size();
        }
        lines.addAll(file.lines().subList(copied, file.lines().size()));
        return String.join("\n", lines) + "\n";
    }

    private static void check(QtCase test, QtQuery query, List<String> failures) {
        List<Configuration> configurations = Configuration.all();
        for (String skipped : test.skipped()) {
            if (!configurations.removeIf(configuration -> configuration.isOf(skipped))) {
                failures.add("line " + query.line() + ", nothing to skip is called '" + skipped + "'");
            }
        }
        for (Configuration configuration : configurations) {
            Actual actual = actual(test, query, configuration);
            if (!actual.agreesWith(test.expected()) || actual.isError() != (query.answer() == QtQuery.Answer.ERROR)) {
                failures.add("line " + query.line() + ", " + configuration.name() + "\nexpected "
                        + query.answer().name().toLowerCase(Locale.ROOT) + ":\n" + String.join("\n", test.expected())
                        + "\nfound " + (actual.isError() ? "error" : "answer") + ":\n"
                        + String.join("\n", actual.lines()) + "\n");
                return;
            }
            if (query.answer() == QtQuery.Answer.PLAN) {
                return;
            }
        }
    }

    /**
     * @param isError whether the lines are diagnostics
     */
    private record Actual(List<String> lines, Order order, boolean isError) {
        enum Order {
            FIXED,
            ANY
        }

        boolean agreesWith(List<String> expected) {
            return order == Order.FIXED ? lines.equals(expected) : sorted(lines).equals(sorted(expected));
        }

        /** The lines with all after the first, which names the columns, sorted. */
        private static List<String> sorted(List<String> lines) {
            List<String> sorted = new ArrayList<>(lines.subList(0, Math.min(1, lines.size())));
            lines.stream().skip(1).sorted().forEach(sorted::add);
            return sorted;
        }
    }

    private static Actual actual(QtCase test, QtQuery query, Configuration configuration) {
        Compilation compilation =
                query.dialect().compile(new SourceText("case", query.text()), test.tables(), test.clock());
        if (compilation.plan().isEmpty() || query.answer() == QtQuery.Answer.ERROR && hasDiagnostics(compilation)) {
            return fixed(rendered(compilation.diagnostics()), true);
        }
        Plan plan = compilation.orThrow();
        if (query.answer() == QtQuery.Answer.PLAN) {
            return fixed(PlanText.of(Engine.prepare(plan, RunOptions.at(test.clock()))), false);
        }
        try {
            Rows rows = configuration.run().rows(plan, new QtTables(test.tables()), test.clock());
            return new Actual(printed(rows), isSorted(plan) ? Actual.Order.FIXED : Actual.Order.ANY, false);
        } catch (QueryException e) {
            return fixed(rendered(e.diagnostics()), true);
        }
    }

    private static boolean hasDiagnostics(Compilation compilation) {
        return !compilation.diagnostics().isEmpty();
    }

    private static Actual fixed(String text, boolean isError) {
        return new Actual(text.lines().toList(), Actual.Order.FIXED, isError);
    }

    private static String rendered(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(Diagnostic::render).collect(Collectors.joining());
    }

    private static List<String> printed(Rows rows) {
        Schema schema = rows.schema();
        List<String> lines = new ArrayList<>();
        lines.add(schema.fields().stream().map(Field::toString).collect(Collectors.joining(", ")));
        for (Object[] row : rows.rows()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.length; i++) {
                cells.add(Cells.print(schema.type(i), row[i]));
            }
            lines.add(String.join(", ", cells));
        }
        return lines;
    }

    /** True if the last step that decides the order of rows is a sort. */
    private static boolean isSorted(Plan plan) {
        boolean keepsOrder = plan instanceof Plan.Project || plan instanceof Plan.Filter || plan instanceof Plan.Limit;
        return plan instanceof Plan.Sort || keepsOrder && isSorted(plan.inputs().get(0));
    }
}
