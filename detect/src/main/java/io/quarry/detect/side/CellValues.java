package io.quarry.detect.side;

import io.quarry.data.Type;
import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import io.quarry.functions.json.DynamicText;
import io.quarry.plan.FunctionException;
import io.quarry.plan.ScalarFunction;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Values of a column's type, from what a file holds; what cannot be one is null, and no text is the empty one. */
final class CellValues {
    private static final Map<Type, ScalarFunction> CONVERSIONS = new EnumMap<>(Type.class);

    static {
        for (Type type : Type.values()) {
            String name = type == Type.DYNAMIC ? "parse_json" : "to" + type.label();
            CONVERSIONS.put(
                    type,
                    Functions.scalar(Language.KQL, name, List.of(Type.STRING))
                            .orElseThrow(() -> new IllegalStateException("no " + name + "() of texts")));
        }
    }

    private CellValues() {}

    /** The value that a text stands for. */
    static Object of(String text, Type type) {
        if (type == Type.STRING) {
            return text;
        }
        try {
            return CONVERSIONS.get(type).apply(new Object[] {text});
        } catch (FunctionException e) {
            return null;
        }
    }

    /** The value of a dynamic one. */
    static Object of(Object value, Type type) {
        return type == Type.DYNAMIC ? value : of(DynamicText.of(value), type);
    }
}
