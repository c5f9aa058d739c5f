package io.quarry.kql;

import io.quarry.data.Type;
import io.quarry.kql.catalog.PlatformFunctions;
import io.quarry.plan.Signature;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How functions are called: as their reference shows it, and to try whether a call is understood. */
final class FunctionUsage {
    /** One row with a column of each type, named by the type's first letter. */
    static final String ROWS =
            "print l = 1, r = 1.5, s = 'x', d = now(), t = 1h, g = guid(null), b = true, y = dynamic([1]) | serialize";

    private static final List<String> GUESSES = List.of("l", "s", "y", "b", "d");
    private static final int MOST_ARGUMENTS = 4;

    private FunctionUsage() {}

    /** {@code name(string, long?) -> bool}; forms of different length divided by {@code or}. */
    static String of(String name, PlatformFunctions.Entry platform, List<Signature> overloads) {
        Set<Type> results = overloads.stream().map(Signature::result).collect(Collectors.toSet());
        String result = results.size() == 1 ? " -> " + results.iterator().next().label() : "";
        List<String> forms = platform.signatures().isEmpty()
                ? forms(overloads)
                : platform.signatures().stream()
                        .map(accepted -> String.join(", ", accepted.parameters()))
                        .toList();
        return forms.stream().map(form -> name + "(" + form + ")").collect(Collectors.joining(" or ")) + result;
    }

    /** The overloads by their number of parameters, with all types that a place takes. */
    private static List<String> forms(List<Signature> overloads) {
        TreeMap<Integer, List<Set<String>>> forms = new TreeMap<>();
        Set<Integer> variadic = overloads.stream()
                .filter(Signature::variadic)
                .map(signature -> signature.parameters().size())
                .collect(Collectors.toSet());
        for (Signature signature : overloads) {
            List<Set<String>> places =
                    forms.computeIfAbsent(signature.parameters().size(), size -> new ArrayList<>());
            for (int i = 0; i < signature.parameters().size(); i++) {
                if (places.size() == i) {
                    places.add(new LinkedHashSet<>());
                }
                places.get(i).add(signature.parameter(i).label());
            }
        }
        List<String> texts = new ArrayList<>();
        forms.forEach((size, places) ->
                texts.add(places.stream().map(FunctionUsage::place).collect(Collectors.joining(", "))
                        + (variadic.contains(size) ? "..." : "")));
        return texts.isEmpty() ? List.of("...") : texts;
    }

    private static String place(Set<String> types) {
        return types.size() >= Type.values().length - 1 ? "any" : String.join("/", types);
    }

    /** Calls over {@link #ROWS} that may fit the function. */
    static List<String> calls(String name, PlatformFunctions.Entry platform) {
        List<String> calls = new ArrayList<>();
        for (PlatformFunctions.Accepted accepted : platform.signatures()) {
            List<String> arguments = new ArrayList<>();
            for (int i = 0; i < accepted.least(); i++) {
                arguments.add(argument(accepted.parameter(i)));
            }
            if (accepted.isVariadic() && accepted.parameters().size() > accepted.least()) {
                arguments.add(argument(accepted.parameter(accepted.parameters().size() - 1)));
            }
            calls.add(name + "(" + String.join(", ", arguments) + ")");
        }
        if (platform.signatures().isEmpty()) {
            calls.add(name + "()");
            for (String guess : GUESSES) {
                for (int count = 1; count <= MOST_ARGUMENTS; count++) {
                    calls.add(name + "(" + String.join(", ", java.util.Collections.nCopies(count, guess)) + ")");
                }
            }
        }
        return calls;
    }

    private static String argument(String accepted) {
        return switch (accepted.split("/")[0]) {
            case "scalar", "num", "long", "int", "any", "orderable" -> "l";
            case "real" -> "r";
            case "datetime" -> "d";
            case "timespan" -> "t";
            case "dynamic", "array" -> "y";
            case "bag" -> "dynamic({})";
            case "bool" -> "b";
            case "guid" -> "g";
            case "type" -> "typeof(long)";
            case "table" -> "(print 1)";
            default -> "s";
        };
    }
}
