package io.quarry.kql.syntax;

import io.quarry.kql.syntax.Expression.Name;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Words that a column is named in brackets only. Most other words of the language are names as well. Source: the
 * platform's own grammar; answers of the Kusto emulator for {@code has}.
 */
final class Keywords {
    private static final Set<String> BRACKETED = Set.of(
            "and",
            "anomalychart",
            "areachart",
            "asc",
            "bagexpansion",
            "barchart",
            "between",
            "boolean",
            "card",
            "columnchart",
            "contains_cs",
            "containscs",
            "datascope",
            "date",
            "datetime",
            "decimal",
            "decodeblocks",
            "desc",
            "double",
            "dynamic",
            "endswith",
            "endswith_cs",
            "expandoutput",
            "first",
            "flags",
            "float",
            "has",
            "has_all",
            "has_any",
            "has_cs",
            "hasprefix",
            "hasprefix_cs",
            "hassuffix",
            "hassuffix_cs",
            "int",
            "int32",
            "int64",
            "isfuzzy",
            "kind",
            "ladderchart",
            "last",
            "like",
            "likecs",
            "linechart",
            "long",
            "missing",
            "nooptimization",
            "notcontains",
            "notcontainscs",
            "notlike",
            "notlikecs",
            "or",
            "piechart",
            "pivotchart",
            "project",
            "real",
            "relaxed",
            "scatterchart",
            "simple",
            "stackedareachart",
            "startswith",
            "startswith_cs",
            "string",
            "time",
            "timechart",
            "timeline",
            "timepivot",
            "timespan",
            "treemap",
            "uint",
            "union",
            "uniqueid",
            "with_itemindex",
            "with_source",
            "withsource");

    /** Words that cannot stand for a column or variable without brackets, since a query goes on with them. */
    private static final Set<String> NO_VALUES = Set.of(
            "and",
            "or",
            "by",
            "between",
            "contains",
            "has",
            "has_any",
            "has_all",
            "startswith",
            "endswith",
            "first",
            "last",
            "asc",
            "desc",
            "where",
            "project",
            "union");

    private Keywords() {}

    /** True if the word cannot stand for a column or variable as it is. */
    static boolean isNoValue(String word) {
        return NO_VALUES.contains(word);
    }

    /** The name that is declared here; one that has to stand in brackets, and does not, is reported. */
    static Name name(Cursor cursor) {
        boolean isPlain = cursor.peek().kind() == Token.Kind.NAME;
        Name name = cursor.name();
        if (isPlain && BRACKETED.contains(name.name())) {
            String bracketed = "['" + name.name() + "']";
            cursor.problems()
                    .report(
                            CommonCode.SYNTAX,
                            name.span(),
                            "'" + name.name() + "' is a keyword, and a name in brackets only",
                            List.of("write " + bracketed),
                            Optional.of(Repair.replace("put the name in brackets", name.span(), bracketed)));
        }
        return name;
    }
}
