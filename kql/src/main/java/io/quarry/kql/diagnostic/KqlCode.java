package io.quarry.kql.diagnostic;

import io.quarry.plan.Code;
import io.quarry.plan.Severity;

/** What can be wrong with a query in KQL, beyond what every language shares. */
public enum KqlCode implements Code {
    UNKNOWN_TABLE(Severity.ERROR, "The platform has no table of that name."),
    UNKNOWN_COLUMN(Severity.ERROR, "No column or variable of that name exists at that place."),
    UNKNOWN_FUNCTION(Severity.ERROR, "The platform has no function of that name."),
    WRONG_ARGUMENT_COUNT(Severity.ERROR, "The function takes another number of arguments."),
    ARGUMENT_MISPLACED(Severity.ERROR, "An argument names no parameter of the function, or lacks a name."),
    WRONG_TYPE(Severity.ERROR, "The operator or function does not take a value of that type."),
    INVALID_LITERAL(Severity.ERROR, "The content of a literal is no value of its type."),
    CONSTANT_EXPECTED(Severity.ERROR, "The value has to be known before the query runs."),
    DUPLICATE_NAME(Severity.ERROR, "The same name is declared twice."),
    SCALAR_EXPECTED(Severity.ERROR, "A table stands where a single value is expected."),
    TABLE_EXPECTED(Severity.ERROR, "A single value stands where a table is expected."),
    ROW_DEPENDENT(
            Severity.ERROR,
            "A table inside an expression, which is read once, depends on a value that differs by row."),
    NO_ENRICHMENT(Severity.WARNING, "The platform fills these columns from a service of its own; here they are empty."),
    UNION_OPERAND_PIPE(
            Severity.ERROR,
            "A pipe after an operand of union ends the union, so the operands after it are read as columns."),
    AGGREGATE_MISPLACED(Severity.ERROR, "An aggregate function stands outside of summarize, or inside of another one."),
    NOT_AGGREGATED(Severity.ERROR, "A column in summarize is neither aggregated nor a key."),
    QUERY_PARAMETER(Severity.ERROR, "A parameter that the query declares has no value, or one of another type."),
    COLUMN_EXPECTED(Severity.ERROR, "An expression stands where the name of a column is expected."),
    WINDOW_MISPLACED(Severity.ERROR, "A function of the rows around a row stands where rows have no order."),
    DYNAMIC_KEY(Severity.ERROR, "A dynamic value is grouped, sorted or joined by."),
    JOIN_CONDITION(Severity.ERROR, "The condition of a join is neither a common column nor $left.a == $right.b."),
    JOIN_KEY_TYPE(Severity.ERROR, "The two columns of a join condition have different types."),
    NAME_WITHOUT_VALUE(Severity.ERROR, "A list of names has more names than the expression has values."),
    UNKNOWN_KIND(Severity.ERROR, "The operator has no kind of that name."),
    NO_RESULT(Severity.WARNING, "The text has declarations and no query, so nothing comes out."),
    NEVER_EQUAL(Severity.WARNING, "A value is compared with a text that no value of its type is written as."),
    ADJACENT_TEXTS(Severity.WARNING, "No comma is between two texts in a list, so they are one member of it."),
    PATTERN_CHOICE(Severity.WARNING, "Which patterns the platform finds is not published in every detail."),
    TABLES_WITHOUT_ROWS(
            Severity.WARNING, "A wildcard stands for tables of which only some have rows where the query runs.");

    private final Severity severity;
    private final String summary;

    KqlCode(Severity severity, String summary) {
        this.severity = severity;
        this.summary = summary;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String summary() {
        return summary;
    }
}
