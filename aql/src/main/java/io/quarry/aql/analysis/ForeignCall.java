package io.quarry.aql.analysis;

import io.quarry.aql.syntax.Expression;
import io.quarry.plan.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A function of another language, and how to say it in AQL.
 *
 * @param arguments how many it takes for that; empty for any number
 * @param isExact true if the words are AQL with places for the arguments, false if they are a hint
 */
record ForeignCall(OptionalInt arguments, boolean isExact, String words) {
    private static final Pattern LINE = Pattern.compile("([A-Z0-9_/ ]+) ([=:]) (.+)");
    private static final Pattern PLACE =
            Pattern.compile("\\$(?<raw>[1-9*])|\\{(?<operand>[1-9])}|<(?<form>~?)(?<text>[1-9])(?<less>-1)?>");
    private static final Map<String, List<ForeignCall>> BY_NAME = read();

    /** What is known of a function, the most exact first. */
    static List<ForeignCall> of(String name) {
        return BY_NAME.getOrDefault(name, List.of());
    }

    Optional<String> hint() {
        return isExact ? Optional.empty() : Optional.of(words);
    }

    /** The same in AQL; empty if it can be said of other arguments only. */
    Optional<String> rewritten(Expression.Call call, SourceText source) {
        int count = call.arguments().size();
        boolean isStar = call.arguments().stream().anyMatch(Expression.Star.class::isInstance);
        if (!isExact || isStar || arguments.orElse(count) != count) {
            return Optional.empty();
        }
        Matcher place = PLACE.matcher(words);
        StringBuilder written = new StringBuilder();
        while (place.find()) {
            Optional<String> argument = argument(place, call, source);
            if (argument.isEmpty()) {
                return Optional.empty();
            }
            place.appendReplacement(written, Matcher.quoteReplacement(argument.get()));
        }
        return Optional.of(place.appendTail(written).toString());
    }

    private static Optional<String> argument(Matcher place, Expression.Call call, SourceText source) {
        if ("*".equals(place.group("raw"))) {
            return Optional.of(call.arguments().stream()
                    .map(one -> source.slice(one.span()))
                    .collect(Collectors.joining(", ")));
        }
        if (place.group("raw") != null) {
            return Optional.of(source.slice(argument(place, "raw", call).span()));
        }
        if (place.group("operand") != null) {
            Expression operand = argument(place, "operand", call);
            String written = source.slice(operand.span());
            return Optional.of(isOperand(operand) ? written : "(" + written + ")");
        }
        Expression constant = argument(place, "text", call).bare();
        if (place.group("less") != null) {
            return constant instanceof Expression.Whole whole && whole.value() > 0
                    ? Optional.of(Long.toString(whole.value() - 1))
                    : Optional.empty();
        }
        if (!(constant instanceof Expression.Text text)) {
            return Optional.empty();
        }
        boolean isRegex = !place.group("form").isEmpty();
        String value = isRegex ? WholeRegex.of(text.value()) : text.value();
        boolean hasWildcard = value.indexOf('%') >= 0 || value.indexOf('_') >= 0;
        String doubled = value.replace("'", "''");
        return isRegex ? Optional.of("'" + doubled + "'") : hasWildcard ? Optional.empty() : Optional.of(doubled);
    }

    private static Expression argument(Matcher place, String group, Expression.Call call) {
        return call.arguments().get(Integer.parseInt(place.group(group)) - 1);
    }

    private static boolean isOperand(Expression expression) {
        return expression instanceof Expression.Name
                || expression instanceof Expression.Call
                || expression instanceof Expression.Group
                || expression instanceof Expression.Text
                || expression instanceof Expression.Whole;
    }

    private static Map<String, List<ForeignCall>> read() {
        Map<String, List<ForeignCall>> all = new HashMap<>();
        try (InputStream in = ForeignCall.class.getResourceAsStream("foreign-functions.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> read(line, all));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the functions of other languages", e);
        }
        return all;
    }

    private static void read(String line, Map<String, List<ForeignCall>> all) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalStateException("no function of another language: " + line);
        }
        for (String name : parts.group(1).strip().split(" ")) {
            int slash = name.indexOf('/');
            OptionalInt arguments =
                    slash < 0 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(name.substring(slash + 1)));
            all.computeIfAbsent(slash < 0 ? name : name.substring(0, slash), key -> new ArrayList<>())
                    .add(new ForeignCall(arguments, parts.group(2).equals("="), parts.group(3)));
        }
    }
}
