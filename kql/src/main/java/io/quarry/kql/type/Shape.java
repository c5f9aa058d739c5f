package io.quarry.kql.type;

import io.quarry.data.Type;
import java.util.List;
import java.util.Map;

/**
 * What is known of a value before a query runs, beside its type: which kind of dynamic value it is. Functions take arrays, bags
 * or texts, and a dynamic value of a kind that is known has to be of the right one; of any other dynamic value they take what
 * fits. Immutable.
 */
public sealed interface Shape {
    /** Nothing more than the type is known. */
    Shape ANY = new Any();

    /** An error was reported: the type is not to be believed, and nothing more is said of what is built on the value. */
    Shape UNKNOWN = new Unknown();

    /** See {@link #ANY}. */
    record Any() implements Shape {}

    /** See {@link #UNKNOWN}. */
    record Unknown() implements Shape {}

    /** Neither array nor bag, but a value of one of the other types. */
    record Single(Type type) implements Shape {
        @Override
        public String label() {
            return "a dynamic " + type.label();
        }
    }

    /** @param element what all elements have in common */
    record Array(Shape element) implements Shape {
        @Override
        public String label() {
            return "an array";
        }
    }

    /** @param members those that are known; there may be others */
    record Bag(Map<String, Shape> members) implements Shape {
        public Bag {
            members = Map.copyOf(members);
        }

        @Override
        public Shape member(String name) {
            return members.getOrDefault(name, ANY);
        }

        @Override
        public String label() {
            return "a bag";
        }
    }

    /** The shape of a value of that type. */
    static Shape of(Type type) {
        return type == Type.DYNAMIC ? ANY : new Single(type);
    }

    /** What all those are; {@link #UNKNOWN} if one of them is, {@link #ANY} of none. */
    static Shape common(List<Shape> shapes) {
        if (shapes.contains(UNKNOWN)) {
            return UNKNOWN;
        }
        if (shapes.stream().distinct().count() == 1) {
            return shapes.get(0);
        }
        if (!shapes.isEmpty() && shapes.stream().allMatch(Array.class::isInstance)) {
            return new Array(common(shapes.stream().map(Shape::element).toList()));
        }
        return !shapes.isEmpty() && shapes.stream().allMatch(Bag.class::isInstance) ? new Bag(Map.of()) : ANY;
    }

    /** What is found in a value by an index. */
    default Shape element() {
        return ANY;
    }

    /** What is found in a value by a name. */
    default Shape member(String name) {
        return ANY;
    }

    /** How a message speaks of a dynamic value. */
    default String label() {
        return "dynamic";
    }
}
