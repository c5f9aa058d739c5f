package io.quarry.telemetry.view;

import io.quarry.telemetry.EventHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the views' little language: {@code =text} is that text; {@code Name} the event's field of that name; {@code
 * System.Name} a field of its header, by Sigma's name; {@code name(argument, …)} a {@link Transform} of such values. An
 * empty field counts as absent.
 */
final class ExpressionParser {
    private static final String HEADER = "System.";
    private static final String CONSTANT = "=";

    private final String text;
    private int position;

    private ExpressionParser(String text) {
        this.text = text;
    }

    /**
     * The expression that the text writes.
     *
     * @throws IllegalArgumentException if it writes none; the message says why
     */
    static EventExpression parse(String text) {
        if (text.startsWith(CONSTANT)) {
            return constant(text);
        }
        ExpressionParser parser = new ExpressionParser(text);
        EventExpression expression = parser.expression();
        if (parser.position < text.length()) {
            throw new IllegalArgumentException("expected the end, found '" + text.substring(parser.position) + "'");
        }
        return expression;
    }

    private EventExpression expression() {
        int start = position;
        while (position < text.length() && "(),".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        String name = text.substring(start, position).strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("expected a field or a transform at column " + (start + 1));
        }
        return position < text.length() && text.charAt(position) == '(' ? call(name) : field(name);
    }

    private EventExpression call(String name) {
        Transform transform = Transforms.named(name)
                .orElseThrow(() -> new IllegalArgumentException("no transform '" + name + "'; there are "
                        + String.join(", ", Transforms.names().stream().sorted().toList())));
        List<EventExpression> arguments = arguments();
        if (arguments.size() < transform.least() || arguments.size() > transform.most()) {
            throw new IllegalArgumentException(
                    "transform '" + name + "' does not take " + arguments.size() + " arguments");
        }
        return transform.binding().apply(List.copyOf(arguments));
    }

    private List<EventExpression> arguments() {
        List<EventExpression> arguments = new ArrayList<>();
        do {
            position++;
            if (arguments.isEmpty() && position < text.length() && text.charAt(position) == ')') {
                break;
            }
            arguments.add(expression());
        } while (position < text.length() && text.charAt(position) == ',');
        if (position >= text.length() || text.charAt(position) != ')') {
            throw new IllegalArgumentException("expected ')' at column " + (position + 1));
        }
        position++;
        while (position < text.length() && text.charAt(position) == ' ') {
            position++;
        }
        return arguments;
    }

    private static EventExpression constant(String text) {
        String constant = text.substring(CONSTANT.length()).strip();
        return event -> constant;
    }

    private static EventExpression field(String name) {
        if (name.startsWith(CONSTANT)) {
            return constant(name);
        }
        if (!name.startsWith(HEADER)) {
            return event -> present(event.value(name));
        }
        Function<EventHeader, String> field = HeaderFields.named(name.substring(HEADER.length()))
                .orElseThrow(() -> new IllegalArgumentException("no header field '" + name + "'"));
        return event -> present(field.apply(event.header()));
    }

    private static String present(String value) {
        return value == null || value.isEmpty() ? null : value;
    }
}
