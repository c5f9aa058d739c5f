package io.quarry.kql.catalog;

import io.quarry.data.Field;
import io.quarry.data.Type;
import io.quarry.kql.type.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The functions that the platform has, implemented here or not: what they are called, what they take, and how a column
 * without a name is called after them. Read from {@code functions.txt}: kind, name, signatures divided by {@code |}, naming
 * or, for what gives several values, their names and types; then the {@link ResultShape} of what is dynamic.
 */
public final class PlatformFunctions {
    private static final String SCALAR = "scalar ";
    private static final String AGGREGATE = "aggregate ";

    /**
     * A function of the platform.
     *
     * @param signatures the accepted parameters of each form; empty if they are not checked
     * @param naming for scalars {@code arg1}, {@code name_arg1}, {@code sole}, {@code sorted}, a prefix that ends with
     *     {@code _}, {@code =} before the whole name, or {@code none}; for aggregates the prefix, or {@code -} for the
     *     argument's own name
     * @param results the values of a function that gives several under names of its own; else none
     * @param result what is known of a dynamic result
     */
    public record Entry(
            String name, List<Accepted> signatures, String naming, List<Field> results, ResultShape result) {
        /**
         * What is known of the dynamic value of a call.
         *
         * @param arguments what each argument is as an element of an array
         */
        public Shape shape(List<Shape> arguments) {
            return result.of(arguments);
        }

        /** True if a call may become several columns: each of the results, or each array that is sorted. */
        public boolean givesSeveral() {
            return !results.isEmpty() || naming.equals("sorted");
        }

        /** True if a call may have that many arguments. */
        public boolean takes(int arguments) {
            return signatures.isEmpty() || signatures.stream().anyMatch(signature -> signature.takes(arguments));
        }
    }

    /**
     * The parameters of one form of a function: {@code ?} marks one that may be left out, {@code !} a constant; the last ones
     * may repeat as a whole, and are marked {@code ...} each.
     */
    public record Accepted(List<String> parameters) {
        static Accepted of(String text) {
            return new Accepted(text.isEmpty() || text.equals("()") ? List.of() : List.of(text.split(",")));
        }

        public boolean takes(int arguments) {
            int more = arguments - parameters.size();
            return arguments >= least() && (isVariadic() ? more < 0 || more % repeated() == 0 : more <= 0);
        }

        public int least() {
            return (int) parameters.stream()
                    .filter(parameter -> !parameter.contains("?"))
                    .count();
        }

        public boolean isVariadic() {
            return !parameters.isEmpty()
                    && parameters.get(parameters.size() - 1).endsWith("...");
        }

        /** How many parameters repeat together. */
        private int repeated() {
            return (int) parameters.stream()
                    .filter(parameter -> parameter.endsWith("..."))
                    .count();
        }

        public int most() {
            return isVariadic() ? Integer.MAX_VALUE : parameters.size();
        }

        /** How many arguments are taken, by their types and what is known of them beside. */
        public long taken(List<Type> types, List<Shape> shapes) {
            return IntStream.range(0, types.size())
                    .filter(i -> takes(parameter(i), types.get(i), shapes.get(i)))
                    .count();
        }

        /** The index of the first argument that is not taken, by its type and what is known of it beside, or -1. */
        public int firstRefused(List<Type> types, List<Shape> shapes) {
            for (int i = 0; i < types.size(); i++) {
                if (!takes(parameter(i), types.get(i), shapes.get(i))) {
                    return i;
                }
            }
            return -1;
        }

        public String parameter(int index) {
            return written(index).replaceAll("[.?!]", "");
        }

        /** True if the argument has to be known before the query runs. */
        public boolean isConstant(int index) {
            return written(index).contains("!");
        }

        private String written(int index) {
            if (index < parameters.size()) {
                return parameters.get(index);
            }
            int first = parameters.size() - Math.max(1, repeated());
            return parameters.get(first + (index - first) % Math.max(1, repeated()));
        }

        private static boolean takes(String accepted, Type type, Shape shape) {
            return Arrays.stream(accepted.split("/")).anyMatch(one -> takesOne(one, type, shape));
        }

        private static boolean takesOne(String accepted, Type type, Shape shape) {
            boolean mayBeAny = type == Type.DYNAMIC && shape.equals(Shape.ANY);
            return switch (accepted) {
                case "any", "type", "table" -> true;
                case "scalar" -> type != Type.DYNAMIC;
                case "num" -> type.isNumeric();
                case "real" -> type.isNumeric() && type != Type.DECIMAL;
                case "orderable" -> type != Type.DYNAMIC && type != Type.GUID;
                case "long", "int" -> type == Type.INT || type == Type.LONG;
                case "string" -> type == Type.STRING || mayBeAny;
                // The service takes any dynamic value here, and gives null for one of another kind.
                case "array", "bag" -> type == Type.DYNAMIC;
                default -> type.label().equals(accepted);
            };
        }
    }

    /** The lines of the resource by kind and name; a line is taken apart when its function is asked for. */
    private static final class Lines {
        static final Map<String, String> BY_NAME = read();

        private static Map<String, String> read() {
            try (InputStream in = PlatformFunctions.class.getResourceAsStream("functions.txt")) {
                Map<String, String> lines = new HashMap<>();
                String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
                for (int start = 0, end; start < text.length(); start = end + 1) {
                    end = text.indexOf('\n', start);
                    int name = text.indexOf(' ', start) + 1;
                    int rest = text.indexOf(' ', name);
                    lines.put(text.substring(start, rest), text.substring(rest + 1, end));
                }
                return lines;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private PlatformFunctions() {}

    public static Optional<Entry> scalar(String name) {
        return find(SCALAR, name);
    }

    public static Optional<Entry> aggregate(String name) {
        return find(AGGREGATE, name);
    }

    private static Optional<Entry> find(String kind, String name) {
        return Optional.ofNullable(Lines.BY_NAME.get(kind + name)).map(line -> entry(name, line));
    }

    private static Entry entry(String name, String line) {
        int blank = line.indexOf(' ');
        String signatures = line.substring(0, blank);
        List<Accepted> accepted = new ArrayList<>();
        if (!signatures.equals("*")) {
            for (String signature : signatures.split("\\|", -1)) {
                accepted.add(Accepted.of(signature));
            }
        }
        String[] rest = line.substring(blank + 1).split(" ");
        ResultShape shape = new ResultShape(rest.length > 1 ? rest[1] : "");
        return rest[0].contains(":")
                ? new Entry(name, accepted, "none", results(rest[0]), shape)
                : new Entry(name, accepted, rest[0], List.of(), shape);
    }

    private static List<Field> results(String text) {
        List<Field> results = new ArrayList<>();
        for (String result : text.split(",")) {
            int colon = result.indexOf(':');
            Type type = Type.ofLabel(result.substring(colon + 1)).orElseThrow();
            results.add(new Field(result.substring(0, colon), type));
        }
        return results;
    }

    public static Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (String name : Lines.BY_NAME.keySet()) {
            names.add(name.substring(name.indexOf(' ') + 1));
        }
        return names;
    }
}
