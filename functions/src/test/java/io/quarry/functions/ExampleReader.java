package io.quarry.functions;

import io.quarry.data.Type;
import io.quarry.functions.convert.Guids;
import io.quarry.functions.json.Json;
import io.quarry.functions.number.NumberReader;
import io.quarry.functions.time.DatetimeReader;
import io.quarry.functions.time.TimespanReader;
import io.quarry.plan.ScalarFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Evaluates the calls of examples: KQL literals, calls of functions by their row form, and sums. */
final class ExampleReader {
    private static final Pattern NUMBER = Pattern.compile("-?(0x[0-9a-fA-F]+|\\d+(\\.\\d+)?([eE][-+]?\\d+)?)([a-z]+)?");
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z_0-9]*");
    private static final List<Type> WIDENED = List.of(Type.INT, Type.LONG, Type.REAL);

    /** A value of the engine and its type. */
    record Typed(Type type, Object value) {}

    private final String text;
    private int at;

    ExampleReader(String text) {
        this.text = text;
    }

    Typed read() {
        Typed value = sum();
        skipBlanks();
        if (at != text.length()) {
            throw new IllegalArgumentException("stopped at " + at + " of " + text);
        }
        return value;
    }

    private Typed sum() {
        Typed value = term();
        for (skipBlanks(); at < text.length() && "+-".indexOf(text.charAt(at)) >= 0; skipBlanks()) {
            String operator = text.substring(at, ++at);
            value = call(operator, List.of(value, term()));
        }
        return value;
    }

    private Typed term() {
        skipBlanks();
        char c = text.charAt(at);
        if (c == '\'' || c == '"' || c == '@') {
            return new Typed(Type.STRING, quoted());
        }
        Matcher matcher = NUMBER.matcher(text).region(at, text.length());
        if (matcher.lookingAt()) {
            at = matcher.end();
            return number(matcher);
        }
        matcher = NAME.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw new IllegalArgumentException("no value at " + at + " of " + text);
        }
        at = matcher.end();
        return named(matcher.group());
    }

    private static Typed number(Matcher matcher) {
        String digits = matcher.group();
        if (matcher.group(4) != null) {
            return new Typed(Type.TIMESPAN, TimespanReader.read(digits));
        }
        boolean isReal = matcher.group(2) != null || matcher.group(3) != null;
        return isReal
                ? new Typed(Type.REAL, NumberReader.readReal(digits))
                : new Typed(Type.LONG, NumberReader.readLong(digits));
    }

    private Typed named(String name) {
        if (name.equals("true") || name.equals("false")) {
            return new Typed(Type.BOOL, name.equals("true"));
        }
        boolean isSpan = name.equals("time");
        boolean isLiteral = isSpan || Type.ofLabel(name).isPresent();
        if (isLiteral) {
            return literal(isSpan ? Type.TIMESPAN : Type.ofLabel(name).orElseThrow());
        }
        List<Typed> arguments = new ArrayList<>();
        at++;
        for (skipBlanks(); text.charAt(at) != ')'; skipBlanks()) {
            arguments.add(sum());
            skipBlanks();
            at += text.charAt(at) == ',' ? 1 : 0;
        }
        at++;
        return call(name, arguments);
    }

    private Typed literal(Type type) {
        int start = ++at;
        for (int depth = 1; depth > 0; at++) {
            depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
        }
        String raw = text.substring(start, at - 1);
        if (raw.equals("null")) {
            return new Typed(type, null);
        }
        return new Typed(
                type,
                switch (type) {
                    case BOOL -> Boolean.valueOf(raw);
                    case INT, LONG -> NumberReader.readLong(raw);
                    case REAL -> NumberReader.readReal(raw);
                    case DECIMAL -> NumberReader.readDecimal(raw);
                    case STRING -> raw;
                    case DATETIME -> DatetimeReader.read(raw);
                    case TIMESPAN -> TimespanReader.read(raw);
                    case GUID -> Guids.read(raw);
                    case DYNAMIC ->
                        Json.read(raw.indexOf('"') < 0 ? raw.replace('\'', '"') : raw)
                                .orElseThrow()
                                .value();
                });
    }

    private String quoted() {
        boolean isVerbatim = text.charAt(at) == '@';
        at += isVerbatim ? 1 : 0;
        char quote = text.charAt(at++);
        StringBuilder value = new StringBuilder();
        while (text.charAt(at) != quote) {
            char c = text.charAt(at++);
            value.append(c == '\\' && !isVerbatim ? text.charAt(at++) : c);
        }
        at++;
        return value.toString();
    }

    private static Typed call(String name, List<Typed> arguments) {
        List<Type> types = arguments.stream().map(Typed::type).toList();
        ScalarFunction function = Functions.scalar(Language.KQL, name, types).orElseGet(() -> widened(name, types));
        Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = arguments.get(i).value();
            boolean widens = function.signature().parameter(i) == Type.REAL && value instanceof Long;
            values[i] = widens ? (Object) ((Long) value).doubleValue() : value;
        }
        return new Typed(function.signature().result(), function.apply(values));
    }

    /** An overload whose numbers are no narrower than the arguments. */
    private static ScalarFunction widened(String name, List<Type> types) {
        return Functions.scalars(Language.KQL, name).stream()
                .filter(function -> function.signature().takes(types.size()))
                .filter(function -> {
                    for (int i = 0; i < types.size(); i++) {
                        Type parameter = function.signature().parameter(i);
                        boolean widens = WIDENED.contains(types.get(i))
                                && WIDENED.indexOf(types.get(i)) <= WIDENED.indexOf(parameter);
                        if (parameter != types.get(i) && !widens) {
                            return false;
                        }
                    }
                    return true;
                })
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + name + types));
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }
}
