package io.quarry.aql.diagnostic;

import io.quarry.plan.Code;
import io.quarry.plan.Severity;

/** What can be wrong with an AQL query beyond its plain grammar. */
public enum AqlCode implements Code {
    // Text
    TYPOGRAPHIC_QUOTE(Severity.ERROR, "A typographic quote stands where a straight one belongs."),
    FOREIGN_COMMENT(Severity.ERROR, "The comment has a form that AQL does not know."),
    DOUBLED_QUOTES(Severity.ERROR, "A text stands in two pairs of single quotes."),
    QUOTE_INSIDE_TEXT(Severity.ERROR, "A text ends at a single quote that was meant as a part of it."),
    LEADING_TEXT(Severity.ERROR, "Text stands before the query that is none of it."),
    TRAILING_TEXT(Severity.ERROR, "The query is over, and more text follows that is none of it."),
    SEVERAL_STATEMENTS(Severity.ERROR, "More than one statement; QRadar runs one SELECT."),
    TEMPLATE_VALUE(Severity.ERROR, "A placeholder of a template is given no value, or stands for more than one."),
    TEMPLATE(Severity.WARNING, "A placeholder stands for a value that is given when the query runs."),
    TEMPLATE_TEXT(Severity.WARNING, "A text looks like a placeholder, and is taken as it is written."),
    CURSOR_IN_USE(Severity.ERROR, "A result is kept under a name that another one has."),
    CURSOR_READING(Severity.INFO, "The rows are those that a statement before kept with INTO."),
    LINE_COMMENT(Severity.WARNING, "A comment after two hyphens; QRadar may refuse it."),
    TRAILING_SEMICOLON(Severity.WARNING, "A semicolon ends the query; AQL has no terminator."),

    // Names
    UNKNOWN_FIELD(Severity.ERROR, "The field is neither a column of the table nor a known custom property."),
    NO_SUCH_FUNCTION(Severity.ERROR, "QRadar has no function of that name."),
    MISSING_EXTENSION(Severity.ERROR, "The function belongs to a namespace that an extension would have to install."),
    EXTENSION_FUNCTION(Severity.WARNING, "The function is one of an extension, which has to be installed."),
    UNKNOWN_SOURCE(Severity.ERROR, "The table after FROM does not exist."),
    CUSTOM_PROPERTY(Severity.INFO, "The field is a custom property that a stock system does not define."),
    UNKNOWN_PROPERTY(Severity.WARNING, "The field is a custom property that only the site itself can have defined."),
    TEXT_QUOTES(Severity.ERROR, "A text does not stand in single quotes."),
    ALIAS_WITHOUT_AS(Severity.ERROR, "A new name for a column stands without AS."),
    TABLE_ALIAS(Severity.ERROR, "AQL has no table aliases."),

    // Types
    WRONG_ARGUMENT_TYPE(Severity.ERROR, "The operator or function does not take a value of that type."),
    ARGUMENT_COUNT(Severity.ERROR, "The function takes another number of arguments."),
    CONDITION_EXPECTED(Severity.ERROR, "A value stands where a condition belongs."),
    NOT_CONVERTIBLE(Severity.ERROR, "The text is compared with a column whose type it cannot be read as."),
    RAW_PAYLOAD(Severity.ERROR, "Raw bytes stand where a text belongs."),
    LIKE_ON_ADDRESS(Severity.ERROR, "Patterns cannot be applied to an address column."),
    TEXT_ORDER(Severity.WARNING, "A number and a text are put in order; QRadar compares them as texts."),
    NEVER_A_NUMBER(Severity.WARNING, "A number is compared with a text that no number is written as."),

    // Constructs of other languages
    FOREIGN_LANGUAGE(Severity.ERROR, "The query is written in another language."),
    FOREIGN_CLAUSE(Severity.ERROR, "The clause is not one of AQL's."),
    FOREIGN_OPERATOR(Severity.ERROR, "The operator is not one of AQL's."),
    SUBQUERY_NOT_ALLOWED(Severity.ERROR, "A query stands where AQL takes none; it may follow FROM and IN."),
    SIMILAR_TO(Severity.ERROR, "AQL has no SIMILAR TO."),
    REGEX_OPERATOR(Severity.ERROR, "The operator for regular expressions is not AQL's."),
    LIKE_ANY(Severity.ERROR, "AQL has no LIKE ANY."),
    SPLIT(Severity.ERROR, "AQL has no function SPLIT."),
    SELECT_DISTINCT(Severity.ERROR, "AQL has no SELECT DISTINCT."),
    COUNT_DISTINCT(Severity.ERROR, "AQL has no DISTINCT inside an aggregate."),
    UNION(Severity.ERROR, "AQL has no UNION."),
    JOIN(Severity.ERROR, "AQL has no JOIN and no list of tables."),
    COMMON_TABLE_EXPRESSION(Severity.ERROR, "AQL has no WITH."),
    WINDOW_FUNCTION(Severity.ERROR, "AQL has no window functions."),
    INTERVAL(Severity.ERROR, "AQL has no intervals; times are numbers of milliseconds."),
    CLAUSE_ORDER(Severity.ERROR, "The clauses stand in another order than AQL's."),
    LOG_SOURCE_TYPE_ID(Severity.ERROR, "AQL has no LOGSOURCETYPEID; the id of the log source type is devicetype."),
    LOOKUP_ON_WRONG_COLUMN(Severity.ERROR, "The lookup function is given another column than the one that it reads."),
    REVERSED_INCIDR(Severity.ERROR, "The arguments of INCIDR are the wrong way round."),

    // Aggregation
    AGGREGATE_NOT_ALLOWED(Severity.ERROR, "An aggregate stands where rows are not grouped yet."),
    NESTED_AGGREGATE(Severity.ERROR, "An aggregate is computed over another aggregate."),

    // Legal, and read otherwise than meant
    DEFAULT_TIME_WINDOW(Severity.WARNING, "Without a time clause QRadar searches the last five minutes."),
    TIME_IN_WHERE_ONLY(Severity.WARNING, "A comparison on starttime does not widen the window of five minutes."),
    TIME_UNIT(Severity.WARNING, "The span of time is in another unit than milliseconds."),
    DOUBLED_BACKSLASH(Severity.WARNING, "The text looks for two backslashes, since AQL has no escape."),
    UNANCHORED_PATTERN(Severity.WARNING, "The pattern for a file name matches longer names, too."),
    UNANCHORED_REGEX(Severity.WARNING, "The regular expression has to match the whole value and cannot."),
    CASE_NEVER_MATCHES(Severity.WARNING, "The letter case of the text cannot occur on the other side."),
    ADDRESS_AS_TEXT(Severity.WARNING, "An address is tested with a pattern for text."),
    LABEL_FILTER_MISMATCH(Severity.WARNING, "A filter lets rows pass that the label of the same branch excludes."),
    CONSTANT_CONDITION(Severity.WARNING, "A condition compares two texts, and no event has a say."),
    HAVING_WITHOUT_GROUPS(Severity.WARNING, "HAVING stands in a query without groups."),
    EMPTY_WINDOW(Severity.WARNING, "No event can lie in the span of time."),
    CONSTANT_KEY(Severity.WARNING, "A key of GROUP BY or ORDER BY is the same for all rows."),
    LITERAL_WILDCARD(Severity.WARNING, "A wildcard stands where it is an ordinary character."),
    NULL_COMPARISON(Severity.WARNING, "A comparison with NULL is never true."),
    WEEK_YEAR(Severity.WARNING, "YYYY is the year of the week, not of the date."),
    DATE_PATTERN_WITHOUT_DATE(Severity.WARNING, "The pattern of DATEFORMAT has no part of a date."),
    LOG_SOURCE_TYPE_NAME(Severity.WARNING, "The name of the log source type never has that form."),
    QID_AS_EVENT_ID(Severity.WARNING, "The column qid is compared with a Windows event id."),
    UNKNOWN_QID(Severity.WARNING, "No event that is read from files has the QID."),
    SINGULAR_UNIT(Severity.WARNING, "The unit of time is in the singular; QRadar documents the plural."),
    ISNOT_NULL(Severity.WARNING, "ISNOT NULL in one word; QRadar documents IS NOT NULL."),
    UNKNOWN_COLLECTION(Severity.ERROR, "There is no reference data of that name, or it has no such column."),
    REFERENCE_DATA(Severity.ERROR, "The data that a lookup needs cannot be read."),
    NO_LOOKUP_DATA(Severity.WARNING, "The lookup has no data here and gives null."),
    SUBSTRING_READING(Severity.WARNING, "The third argument of SUBSTRING is read as a length."),
    TEXT_SEARCH_READING(Severity.INFO, "TEXT SEARCH looks for whole words as they are written."),
    ABSENT_READING(Severity.WARNING, "A negated test of a value that may be absent; two readings give other rows."),
    TIME_CLAUSE_OUTSIDE(Severity.WARNING, "The time clause of a query over another query selects nothing."),
    GLOBAL_VIEW_READING(Severity.INFO, "The saved search behind a global view is run anew."),
    UNKNOWN_COLUMNS(Severity.WARNING, "The columns of the table are not known; no telemetry fills it."),
    SEVERAL_SORT_KEYS(Severity.INFO, "ORDER BY has several keys; some versions take one."),
    IGNORED_PARAMETER(Severity.INFO, "The parameter has no effect outside QRadar.");

    private final Severity severity;
    private final String summary;

    AqlCode(Severity severity, String summary) {
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
