package io.quarry.processor;

import io.quarry.data.Type;

/**
 * One parameter of one overload.
 *
 * @param javaType the qualified name of the Java type; of the element for a variadic parameter
 */
record Parameter(Passing passing, String javaType, Type type) {
    /** The class of vectors that hold the values. */
    String vectorType() {
        return vectorType(type);
    }

    static String vectorType(Type type) {
        return switch (type) {
            case BOOL -> "BoolVector";
            case INT, LONG, DATETIME, TIMESPAN -> "LongVector";
            case REAL -> "DoubleVector";
            case STRING -> "TextVector";
            case DECIMAL, GUID, DYNAMIC -> "ObjectVector";
        };
    }

    /** The Java expression of the value at {@code row} of a vector variable, where it is not null. */
    String fromVector(String vector, int index) {
        return switch (passing) {
            case PRIMITIVE -> (javaType.equals("int") ? "(int) " : "") + vector + ".at(row)";
            case BOXED -> vector + ".value(row)";
            case OBJECT -> cast(vector + ".value(row)");
            case UTF8 -> "u" + index + ".at(" + vector + ".code(row))";
            case PREPARED ->
                "(c" + index + " != null ? c" + index + " : PREPARED_" + index + ".get(" + vector + ".at(row)))";
        };
    }

    /** The Java expression of the value held by a boxed, non-null argument. */
    String fromBoxed(String boxed, int index) {
        return switch (passing) {
            // Unboxed by a cast: an overload that takes objects must not come before the one for the primitive.
            case PRIMITIVE ->
                (javaType.equals("int") ? "(int) (long) (" : "(" + javaType + ") (")
                        + type.boxed().getSimpleName() + ") " + boxed;
            case BOXED -> "(" + javaType + ") " + boxed;
            case OBJECT -> javaType.equals("java.lang.Object") ? boxed : "(" + javaType + ") " + boxed;
            case UTF8 -> "io.quarry.functions.text.Utf8.of((String) " + boxed + ")";
            case PREPARED -> "PREPARED_" + index + ".get(" + (type == Type.STRING ? "(String) " : "") + boxed + ")";
        };
    }

    /** True if the Java parameter can be null. */
    boolean isNullable() {
        return passing != Passing.PRIMITIVE;
    }

    /** True if one value may take long to look at. */
    boolean mayBeLong() {
        return type == Type.STRING || type == Type.DYNAMIC;
    }

    private String cast(String expression) {
        boolean isExact = javaType.equals("java.lang.Object") || type == Type.STRING;
        return isExact ? expression : "(" + javaType + ") " + expression;
    }
}
