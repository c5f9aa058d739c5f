package io.quarry.kql.analysis;

import io.quarry.data.Platform;
import io.quarry.kql.catalog.PlatformFunctions;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scope;
import io.quarry.kql.syntax.Expression;
import io.quarry.plan.Repair;
import io.quarry.plan.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports names that nothing bears, with what their author may have meant. */
public final class UnknownNames {
    /** On events that a process caused, the account and other facts of that process have this before their names. */
    private static final String INITIATING = "InitiatingProcess";

    private static final int COLUMNS_SHOWN = 30;

    private final Analysis analysis;

    public UnknownNames(Analysis analysis) {
        this.analysis = analysis;
    }

    /** A name inside an expression. */
    public void column(Expression.Name name, Relation row) {
        report(name, row, "");
    }

    /** A name that is a whole item of a list and so names the column, too. */
    void item(Expression.Name name, Relation row) {
        report(name, row, name.name() + " = ");
    }

    /** True, and reported, for an aggregate function without its parentheses. */
    boolean isAggregate(Expression.Name name) {
        Optional<PlatformFunctions.Entry> function = PlatformFunctions.aggregate(name.name());
        if (function.isEmpty()) {
            return false;
        }
        boolean takesNothing =
                function.get().takes(0) && !function.get().signatures().isEmpty();
        String call = name.name() + (takesNothing ? "()" : "(...)");
        analysis.problems()
                .report(
                        KqlCode.UNKNOWN_COLUMN,
                        name.span(),
                        "the aggregate function '" + name.name() + "' needs an argument list",
                        List.of("write " + call),
                        Optional.of(Repair.replace("write " + call, name.span(), call))
                                .filter(repair -> takesNothing));
        return true;
    }

    private void report(Expression.Name name, Relation row, String before) {
        if (row.extent() == Relation.Extent.FUZZY) {
            analysis.unsupported(
                    name.span(), "the column '" + name.name() + "', which only a missing table of the union may have,");
            return;
        }
        if (BareNull.isNull(name.name())) {
            analysis.report(
                    KqlCode.UNKNOWN_COLUMN,
                    name.span(),
                    "'" + name.name() + "' is no value: a null has a type",
                    "write long(null), datetime(null), dynamic(null); a string is never null, but may be empty");
            return;
        }
        if (isTable(name.name())) {
            analysis.report(
                    KqlCode.SCALAR_EXPECTED,
                    name.span(),
                    "'" + name.name() + "' is a table, and a single value is expected");
            return;
        }
        if (analysis.scope().find(name.name()).isPresent()
                || PlatformFunctions.scalar(name.name()).isPresent()) {
            analysis.report(
                    KqlCode.UNKNOWN_COLUMN,
                    name.span(),
                    "the function '" + name.name() + "' needs an argument list",
                    "write " + name.name() + "(...)");
            return;
        }
        Optional<String> replacement = replacement(name.name(), row);
        List<String> hints = new ArrayList<>();
        replacement.ifPresent(column -> hints.add(why(name.name(), column)));
        if (replacement.isEmpty() && name.name().length() > 1) {
            List<String> candidates = new ArrayList<>(row.schema().names());
            candidates.addAll(analysis.scope().names());
            Set<String> meant = new LinkedHashSet<>();
            if (row.schema().indexOf(INITIATING + name.name()) >= 0) {
                meant.addAll(endingWith(name.name(), row));
            }
            meant.addAll(Suggestions.near(name.name(), candidates));
            meant.forEach(near -> hints.add("did you mean '" + near + "'?"));
        }
        if (row.extent() == Relation.Extent.DISCOVERED) {
            hints.add("the columns depend on the data; found: " + columns(row));
        }
        Optional<Repair> repair = replacement.map(column ->
                Repair.replace("take " + column + " instead of " + name.name(), name.span(), before + column));
        String table = row.name().map(known -> " of " + known).orElse("");
        analysis.problems()
                .report(
                        KqlCode.UNKNOWN_COLUMN,
                        name.span(),
                        "no column" + table + " and no variable '" + name.name() + "'",
                        hints,
                        repair);
    }

    private static String columns(Relation row) {
        List<String> names = row.schema().names();
        String shown = String.join(", ", names.subList(0, Math.min(names.size(), COLUMNS_SHOWN)));
        return names.size() > COLUMNS_SHOWN ? shown + " and " + (names.size() - COLUMNS_SHOWN) + " more" : shown;
    }

    private boolean isTable(String name) {
        return analysis.scope().find(name).filter(UnknownNames::givesTable).isPresent()
                || analysis.catalog().find(name).isPresent();
    }

    private static boolean givesTable(Scope.Binding binding) {
        return binding instanceof Scope.Table
                || binding instanceof Scope.Function function && function.result() == Scope.Function.Result.TABLE;
    }

    private Optional<String> replacement(String name, Relation row) {
        String time = analysis.catalog().platform() == Platform.SENTINEL ? "TimeGenerated" : "Timestamp";
        boolean otherTime = name.equals("Timestamp") || name.equals("TimeGenerated");
        if (otherTime && row.schema().indexOf(time) >= 0) {
            return Optional.of(time);
        }
        if (endingWith(name, row).equals(List.of(INITIATING + name))) {
            return Optional.of(INITIATING + name);
        }
        List<String> sameLetters = row.schema().names().stream()
                .filter(column -> column.equalsIgnoreCase(name))
                .toList();
        return sameLetters.size() == 1 ? Optional.of(sameLetters.get(0)) : Optional.empty();
    }

    /** The columns of which the name is the last part; whoever wrote it may mean each of them. */
    private static List<String> endingWith(String name, Relation row) {
        return row.schema().names().stream()
                .filter(column -> column.endsWith(name))
                .toList();
    }

    private String why(String name, String column) {
        if (column.equals("TimeGenerated") || column.equals("Timestamp")) {
            return "the time column on " + analysis.catalog().platform().label() + " is " + column;
        }
        if (column.equals(INITIATING + name)) {
            return "the rows are about what a process did; its " + name + " is in " + column;
        }
        return "names are case-sensitive: '" + column + "'";
    }
}
