package io.quarry.aql.analysis;

import io.quarry.aql.syntax.Expression;
import io.quarry.aql.syntax.Printer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names of result columns, as QRadar makes them for items without an alias; unique within one result. */
final class ColumnNames {
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> copies = new HashMap<>();

    /** The name as it is, or with a number behind it if an earlier column has it. */
    String unique(String name) {
        String candidate = name;
        while (!taken.add(candidate)) {
            candidate = name + "_" + copies.merge(name, 1, (count, one) -> count + one);
        }
        return candidate;
    }

    /** The name of an item without an alias. */
    String automatic(Expression expression) {
        Expression bare = expression.bare();
        if (bare instanceof Expression.Name name) {
            return name.text();
        }
        if (bare instanceof Expression.Call call) {
            return call(call);
        }
        return words(Printer.print(expression));
    }

    private String call(Expression.Call call) {
        boolean aggregate = AggregateAnalyzer.isAggregate(call.name().toUpperCase(Locale.ROOT));
        String function =
                aggregate ? call.name().toUpperCase(Locale.ROOT) : call.name().toLowerCase(Locale.ROOT);
        StringBuilder name = new StringBuilder(words(function));
        for (Expression argument : call.arguments()) {
            String words = argument instanceof Expression.Star ? "" : words(Printer.print(argument));
            name.append(words.isEmpty() ? "" : "_" + words);
        }
        return name.toString();
    }

    /** The text with every run of other characters than letters and digits as one underline, none at the ends. */
    private static String words(String text) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                words.append(c);
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != '_') {
                words.append('_');
            }
        }
        int end = words.length();
        return end > 0 && words.charAt(end - 1) == '_' ? words.substring(0, end - 1) : words.toString();
    }
}
