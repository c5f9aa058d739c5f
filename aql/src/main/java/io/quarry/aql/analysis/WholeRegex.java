package io.quarry.aql.analysis;

/** Regular expressions that search, as ones that cover the whole value. */
public final class WholeRegex {
    private static final String ANY = ".*";

    private WholeRegex() {}

    /** An expression that covers a value exactly if the given one occurs in it. */
    public static String of(String regex) {
        if (hasTopLevelBar(regex)) {
            return ANY + "(" + regex + ")" + ANY;
        }
        boolean fromStart = regex.startsWith("^") || regex.startsWith(ANY);
        boolean toEnd = regex.endsWith("$") && !regex.endsWith("\\$") || regex.endsWith(ANY);
        return (fromStart ? "" : ANY) + regex + (toEnd ? "" : ANY);
    }

    /** True if the expression is a choice that no parenthesis holds together. */
    static boolean hasTopLevelBar(String regex) {
        int depth = 0;
        boolean inClass = false;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\') {
                i++;
            } else if (inClass) {
                inClass = c != ']';
            } else if (c == '[') {
                inClass = true;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == '|' && depth == 0) {
                return true;
            }
        }
        return false;
    }
}
