package io.quarry.aql.analysis;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.aql.syntax.Expression;
import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import io.quarry.plan.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Functions that QRadar does not have, and what says the same. */
final class ForeignFunctions {
    /** Functions with another name in AQL and the same arguments. */
    private static final Map<String, String> RENAMED = Map.of(
            "TRUNCATE", "LONG",
            "LENGTH", "STRLEN",
            "LEN", "STRLEN",
            "CHAR_LENGTH", "STRLEN",
            "LCASE", "LOWER",
            "TOLOWER", "LOWER",
            "UCASE", "UPPER",
            "TOUPPER", "UPPER");

    /** Functions of the parts of a date, and the pattern of {@code DATEFORMAT} that gives the part. */
    private static final Map<String, String> DATE_PARTS = Map.of(
            "HOUR",
            "H",
            "MINUTE",
            "m",
            "SECOND",
            "s",
            "DAY",
            "d",
            "DAYOFMONTH",
            "d",
            "MONTH",
            "M",
            "YEAR",
            "yyyy",
            "WEEK",
            "w",
            "DAYOFWEEK",
            "u");

    private static final Map<String, String> HINTS = Map.ofEntries(
            Map.entry("FLOOR", "integers divide without fraction; LONG(...) cuts a fraction off"),
            Map.entry("ROUND", "LONG(x + 0.5) rounds"),
            Map.entry("CEIL", "LONG(...) cuts a fraction off"),
            Map.entry("CEILING", "LONG(...) cuts a fraction off"),
            Map.entry("TRUNCATE", "LONG(...) cuts a fraction off"),
            Map.entry("ABS", "write CASE WHEN x < 0 THEN -x ELSE x END"),
            Map.entry("ARRAY", "there is no aggregate of lists; use FIRST and UNIQUECOUNT"),
            Map.entry("LIST", "there is no aggregate of lists; use FIRST and UNIQUECOUNT"),
            Map.entry("GROUP_CONCAT", "there is no aggregate of lists; use FIRST and UNIQUECOUNT"),
            Map.entry("TIMESTAMPDIFF", "subtract one time from the other: milliseconds"),
            Map.entry("DATEDIFF", "subtract one time from the other: milliseconds"),
            Map.entry("DAYNAME", "write DATEFORMAT(time, 'EEEE')"),
            Map.entry("COALESCE", "write CASE WHEN a IS NULL THEN b ELSE a END"),
            Map.entry("NVL", "write CASE WHEN a IS NULL THEN b ELSE a END"),
            Map.entry("IFNULL", "write CASE WHEN a IS NULL THEN b ELSE a END"),
            Map.entry("CONTAINS", "write x ILIKE '%...%'"),
            Map.entry("REGEXP_LIKE", "write x MATCHES '...'"),
            Map.entry("REGEX_MATCH", "write x MATCHES '...'"),
            Map.entry("SUBSTR", "SUBSTRING counts from zero"),
            Map.entry("LOGSOURCESTARTTIME", "write LAST n HOURS at the end of the query"));

    private ForeignFunctions() {}

    static void report(Expression.Call call, Findings findings) {
        String name = call.name().toUpperCase(Locale.ROOT);
        String message = call.name() + " is not a function of AQL";
        if (name.equals("SPLIT")) {
            String hint = "for parts of an address ask INCIDR; otherwise use SUBSTRING and STRPOS";
            findings.add(AqlCode.SPLIT, call.span(), message, hint);
        } else if (name.equals("LOGSOURCETYPEID")) {
            Repair repair = Repair.replace("write devicetype", call.span(), "devicetype");
            String hint = "the id of the log source type is the column devicetype";
            findings.add(repair, AqlCode.LOG_SOURCE_TYPE_ID, call.span(), message, hint);
        } else if (RENAMED.containsKey(name) && call.arguments().size() == 1) {
            rewrite(call.nameSpan(), RENAMED.get(name), call, findings, message);
        } else if (DATE_PARTS.containsKey(name) && call.arguments().size() == 1) {
            String time = findings.source().slice(call.arguments().get(0).span());
            String part = "LONG(DATEFORMAT(" + time + ", '" + DATE_PARTS.get(name) + "'))";
            rewrite(call.span(), part, call, findings, message);
        } else if (name.equals("REPLACE") && call.arguments().size() == 3) {
            replace(call, findings, message);
        } else {
            findings.add(AqlCode.NO_SUCH_FUNCTION, call.nameSpan(), message, hints(name));
        }
    }

    private static void rewrite(Span span, String text, Expression.Call call, Findings findings, String message) {
        Repair repair = Repair.replace("write " + text, span, text);
        findings.add(repair, AqlCode.NO_SUCH_FUNCTION, call.nameSpan(), message, "write " + text);
    }

    private static void replace(Expression.Call call, Findings findings, String message) {
        String hint = "write REPLACEALL('regular expression', text, replacement)";
        if (!(call.arguments().get(1).bare() instanceof Expression.Text sought)
                || !(call.arguments().get(2).bare() instanceof Expression.Text replacement)
                || replacement.value().matches(".*[$\\\\].*")) {
            findings.add(AqlCode.NO_SUCH_FUNCTION, call.nameSpan(), message, hint);
            return;
        }
        String regex = escaped(sought.value());
        String rewritten = "REPLACEALL('" + regex + "', "
                + findings.source().slice(call.arguments().get(0).span()) + ", "
                + findings.source().slice(replacement.span()) + ")";
        findings.add(
                Repair.replace("replace by regular expression", call.span(), rewritten),
                AqlCode.NO_SUCH_FUNCTION,
                call.nameSpan(),
                message,
                hint);
    }

    /** The regular expression of a text and nothing else, to be put in single quotes. */
    static String escaped(String text) {
        return text.replaceAll("([\\\\.*+?^${}()|\\[\\]])", "\\\\$1").replace("'", "''");
    }

    private static String[] hints(String name) {
        String hint = HINTS.get(name);
        if (hint != null) {
            return new String[] {hint};
        }
        List<String> known = new ArrayList<>(Functions.names(Language.AQL));
        known.addAll(Functions.aggregateNames(Language.AQL));
        known.removeIf(candidate -> !candidate.matches("[A-Z0-9]+"));
        List<String> near = Suggestions.near(name, known);
        return near.isEmpty() ? new String[0] : new String[] {"did you mean " + String.join(", ", near)};
    }
}
