package io.quarry.kql.syntax;

import io.quarry.kql.syntax.Token.Kind;
import java.util.HashMap;
import java.util.Map;

/**
 * The operators between two operands and how tightly they bind. As in the platform's own grammar, string operators bind
 * tighter than arithmetic: {@code a + b has c} is {@code a + (b has c)}.
 */
final class BinaryOperators {
    static final int OR = 1;
    static final int AND = 2;
    static final int EQUALITY = 3;
    static final int RELATION = 4;
    static final int SUM = 5;
    static final int PRODUCT = 6;
    static final int TEXT = 7;

    private static final Map<String, Integer> POWERS = new HashMap<>();

    static {
        POWERS.put("or", OR);
        POWERS.put("and", AND);
        powers(EQUALITY, "==", "!=", "<>", "in", "!in", "in~", "!in~", "has_any", "has_all", "between", "!between");
        powers(RELATION, "<", "<=", ">", ">=");
        powers(SUM, "+", "-");
        powers(PRODUCT, "*", "/", "%");
        powers(TEXT, ":");
        powers(TEXT, "=~", "!~", "matches regex", "notcontains", "notcontains_cs", "containscs", "notcontainscs");
        for (String text : new String[] {"has", "hasprefix", "hassuffix", "contains", "startswith", "endswith"}) {
            powers(TEXT, text, "!" + text, text + "_cs", "!" + text + "_cs");
        }
    }

    private BinaryOperators() {}

    /** An operator that was found ahead. */
    record Ahead(String operator, int power, int tokens) {}

    /** The operator that begins at the cursor, or null. */
    static Ahead at(Cursor cursor) {
        return at(cursor, 0);
    }

    /** The operator that begins some tokens after the cursor, or null. */
    static Ahead at(Cursor cursor, int distance) {
        Token first = cursor.peek(distance);
        String text = first.text();
        int tokens = 1;
        if (first.isSymbol("!")) {
            Token negated = cursor.peek(distance + 1);
            if (negated.kind() != Kind.NAME || !first.touches(negated)) {
                return null;
            }
            text = "!" + negated.text();
            tokens = 2;
        } else if (first.kind() != Kind.NAME && first.kind() != Kind.SYMBOL) {
            return null;
        }
        if (text.equals("in") || text.equals("!in")) {
            Token tilde = cursor.peek(distance + tokens);
            if (tilde.isSymbol("~") && cursor.peek(distance + tokens - 1).touches(tilde)) {
                text += "~";
                tokens++;
            }
        } else if (text.equals("matches") && cursor.peek(distance + 1).isName("regex")) {
            text = "matches regex";
            tokens = 2;
        }
        Integer power = POWERS.get(text);
        return power == null ? null : new Ahead(text, power, tokens);
    }

    static boolean exists(String operator) {
        return POWERS.containsKey(operator);
    }

    /** The operator of that name, for which some words stand. */
    static Ahead of(String operator, int tokens) {
        return new Ahead(operator, POWERS.get(operator), tokens);
    }

    private static void powers(int power, String... operators) {
        for (String operator : operators) {
            POWERS.put(operator, power);
        }
    }
}
