package io.quarry.kql;

import io.quarry.data.Type;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The functions that the platform has, implemented here or not: what they are called, what they take, and how a column
 * without a name is called after them. Read from {@code functions.txt}: kind, name, signatures divided by {@code |}, naming.
 */
final class PlatformFunctions {
    /**
     * A function of the platform.
     *
     * @param signatures the accepted parameters of each form; empty if they are not checked
     * @param naming for scalars {@code arg1}, {@code name_arg1}, {@code prefix_arg1}, {@code sole} or {@code none}; for
     *     aggregates the prefix, or {@code -} for the argument's own name
     */
    record Entry(String name, List<Accepted> signatures, String naming) {}

    /** The parameters of one form of a function. */
    record Accepted(List<String> parameters) {
        static Accepted of(String text) {
            return new Accepted(text.isEmpty() || text.equals("()") ? List.of() : List.of(text.split(",")));
        }

        boolean takes(int arguments) {
            return arguments >= least() && (isVariadic() || arguments <= parameters.size());
        }

        int least() {
            return (int) parameters.stream()
                    .filter(parameter -> !parameter.contains("?"))
                    .count();
        }

        boolean isVariadic() {
            return !parameters.isEmpty()
                    && parameters.get(parameters.size() - 1).endsWith("...");
        }

        int most() {
            return isVariadic() ? Integer.MAX_VALUE : parameters.size();
        }

        /** The index of the first argument of a type that is not taken, or -1. */
        int firstRefused(List<Type> types) {
            for (int i = 0; i < types.size(); i++) {
                if (!takes(parameter(i), types.get(i))) {
                    return i;
                }
            }
            return -1;
        }

        String parameter(int index) {
            return parameters
                    .get(Math.min(index, parameters.size() - 1))
                    .replace("...", "")
                    .replace("?", "");
        }

        private static boolean takes(String accepted, Type type) {
            return switch (accepted) {
                case "any", "type", "table" -> true;
                case "num" -> type.isNumeric();
                case "num/timespan" -> type.isNumeric() || type == Type.TIMESPAN;
                case "orderable" -> type != Type.DYNAMIC && type != Type.GUID;
                case "real" -> type.isNumeric();
                case "long", "int" -> type == Type.INT || type == Type.LONG;
                default -> List.of(accepted.split("/")).contains(type.label());
            };
        }
    }

    private static final class Table {
        static final Map<String, Entry> SCALARS = new HashMap<>();
        static final Map<String, Entry> AGGREGATES = new HashMap<>();

        static {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    PlatformFunctions.class.getResourceAsStream("functions.txt"), StandardCharsets.US_ASCII))) {
                lines.lines().forEach(Table::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void add(String line) {
            String[] words = line.split(" ");
            List<Accepted> signatures = words[2].equals("*")
                    ? List.of()
                    : List.of(words[2].split("\\|", -1)).stream()
                            .map(Accepted::of)
                            .toList();
            (words[0].equals("scalar") ? SCALARS : AGGREGATES).put(words[1], new Entry(words[1], signatures, words[3]));
        }
    }

    private PlatformFunctions() {}

    static Optional<Entry> scalar(String name) {
        return Optional.ofNullable(Table.SCALARS.get(name));
    }

    static Optional<Entry> aggregate(String name) {
        return Optional.ofNullable(Table.AGGREGATES.get(name));
    }

    static Set<String> names() {
        Set<String> names = new TreeSet<>(Table.SCALARS.keySet());
        names.addAll(Table.AGGREGATES.keySet());
        return names;
    }
}
