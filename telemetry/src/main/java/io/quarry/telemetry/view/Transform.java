package io.quarry.telemetry.view;

import java.util.List;
import java.util.function.Function;

/**
 * One word of the views' language: what {@code name(argument, …)} computes.
 *
 * @param least the fewest arguments that it takes
 * @param most the most arguments that it takes
 */
record Transform(int least, int most, Function<List<EventExpression>, EventExpression> binding) {
    /** Takes nothing but the event itself. */
    static Transform ofEvent(EventExpression expression) {
        return new Transform(0, 0, arguments -> expression);
    }

    /** Of one value; null of null. */
    static Transform ofValue(Function<Object, Object> function) {
        return new Transform(1, 1, arguments -> {
            EventExpression argument = arguments.get(0);
            return event -> {
                Object value = argument.of(event);
                return value == null ? null : function.apply(value);
            };
        });
    }

    /** Of one value as text; null of null. */
    static Transform ofText(Function<String, Object> function) {
        return ofValue(value -> function.apply(value.toString()));
    }

    /** The first of its values that is not null. */
    static Transform firstOf() {
        return new Transform(1, Integer.MAX_VALUE, arguments -> event -> {
            for (EventExpression argument : arguments) {
                Object value = argument.of(event);
                if (value != null) {
                    return value;
                }
            }
            return null;
        });
    }

    /** {@code domain\\name} of a domain, which may be null, and a name; null where the name is. */
    static Transform account() {
        return new Transform(2, 2, arguments -> event -> {
            Object domain = arguments.get(0).of(event);
            Object name = arguments.get(1).of(event);
            return name == null ? null : (domain == null ? "" : domain) + "\\" + name;
        });
    }

    /** {@code domain\\name} of a domain and a name, or the name alone where the domain is null; null where the name is. */
    static Transform user() {
        return new Transform(2, 2, arguments -> event -> {
            Object domain = arguments.get(0).of(event);
            Object name = arguments.get(1).of(event);
            return name == null || domain == null ? name : domain + "\\" + name;
        });
    }

    /** Its second value, unless the first is null. */
    static Transform ifGiven() {
        return new Transform(
                2,
                2,
                arguments -> event -> arguments.get(0).of(event) == null
                        ? null
                        : arguments.get(1).of(event));
    }

    /** Whether its value is null. */
    static Transform isAbsent() {
        return new Transform(1, 1, arguments -> {
            EventExpression argument = arguments.get(0);
            return event -> argument.of(event) == null;
        });
    }

    /** Whether its value is not null. */
    static Transform isPresent() {
        return new Transform(1, 1, arguments -> {
            EventExpression argument = arguments.get(0);
            return event -> argument.of(event) != null;
        });
    }
}
