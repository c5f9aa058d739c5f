package io.quarry.kql.syntax;

/** The symbols of KQL, longest first where one begins another. */
final class Symbols {
    private static final String[] TWO = {"==", "!=", "<>", "<=", ">=", "=~", "!~", "..", "=>"};
    private static final String ONE = "()[]{}|,;.:=<>+-*/%!~?@&#";
    private static final String[] SINGLE = ONE.split("");

    private Symbols() {}

    /** The symbol that begins at the place, or null. */
    static String at(String text, int at) {
        for (String symbol : TWO) {
            if (text.startsWith(symbol, at)) {
                return symbol;
            }
        }
        int index = ONE.indexOf(text.charAt(at));
        return index < 0 ? null : SINGLE[index];
    }
}
