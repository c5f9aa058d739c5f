package io.quarry.kql.catalog;

import io.quarry.data.Type;
import io.quarry.kql.type.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a function's dynamic results, as {@code functions.txt} has it: {@code 1} what its first argument is,
 * {@code []} an array, {@code [string]} one of texts, {@code [1]} one of values such as its first argument, {@code [*]} one of
 * its arguments, {@code {}} a bag, and {@code {a:long,b:string}} one with those members; the empty text says nothing.
 */
public record ResultShape(String text) {
    /** @param arguments what each argument is as an element of an array */
    Shape of(List<Shape> arguments) {
        return of(text, arguments);
    }

    private static Shape of(String text, List<Shape> arguments) {
        if (text.startsWith("[")) {
            return new Shape.Array(element(text.substring(1, text.length() - 1), arguments));
        }
        if (text.startsWith("{")) {
            return bag(text.substring(1, text.length() - 1));
        }
        if (text.equals("1")) {
            return arguments.isEmpty() ? Shape.ANY : arguments.get(0);
        }
        return Type.ofLabel(text).map(Shape::of).orElse(Shape.ANY);
    }

    /** Arrays among the elements of a list may be taken apart, so nothing is known of what is in it. */
    private static Shape element(String text, List<Shape> arguments) {
        Shape element = text.equals("*") ? Shape.common(arguments) : of(text, arguments);
        return text.equals("1") && element instanceof Shape.Array ? Shape.ANY : element;
    }

    private static Shape bag(String text) {
        Map<String, Shape> members = new HashMap<>();
        for (String member : text.isEmpty() ? new String[0] : text.split(",")) {
            int colon = member.indexOf(':');
            members.put(member.substring(0, colon), of(member.substring(colon + 1), List.of()));
        }
        return new Shape.Bag(members);
    }
}
