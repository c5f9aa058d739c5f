package io.quarry.processor;

import io.quarry.data.Type;
import javax.lang.model.element.Element;

/** Whether a method can keep what its {@link Nulls} promise. */
final class NullRule {
    private NullRule() {}

    static void check(Scalar annotation, Overload overload, Element element) {
        Type result = overload.result().type();
        switch (annotation.nulls()) {
            case GIVE_NULL -> {
                boolean onlyText = overload.types().stream().allMatch(type -> type == Type.STRING);
                if (annotation.kql().length > 0 && result == Type.STRING && !onlyText) {
                    throw new BadSignature(element, "KQL has no null text: choose GIVE_EMPTY or SEEN");
                }
            }
            case GIVE_FALSE -> requireResult(Type.BOOL, result, element);
            case GIVE_EMPTY -> requireResult(Type.STRING, result, element);
            case ONE_GIVES_FALSE -> {
                requireResult(Type.BOOL, result, element);
                if (overload.parameters().size() != 2 || overload.variadic()) {
                    throw new BadSignature(element, "ONE_GIVES_FALSE is for two parameters");
                }
            }
            case SEEN -> requireNullable(overload, element);
        }
    }

    static void check(Aggregate annotation, Overload overload, Element element) {
        if (annotation.nulls() == Nulls.SEEN) {
            requireNullable(overload, element);
        } else if (annotation.nulls() != Nulls.GIVE_NULL) {
            throw new BadSignature(element, "an aggregate skips nulls or sees them");
        }
        for (Parameter parameter : overload.parameters()) {
            if (parameter.passing() == Passing.PREPARED || overload.variadic()) {
                throw new BadSignature(element, "an aggregate has no prepared and no variadic parameter");
            }
        }
    }

    private static void requireResult(Type expected, Type result, Element element) {
        if (result != expected) {
            throw new BadSignature(
                    element, "nulls cannot give a " + expected.label() + " in a function of " + result.label());
        }
    }

    private static void requireNullable(Overload overload, Element element) {
        for (Parameter parameter : overload.parameters()) {
            if (!parameter.isNullable()) {
                throw new BadSignature(
                        element, "a " + parameter.javaType() + " cannot show a null: use the boxed type");
            }
        }
    }
}
