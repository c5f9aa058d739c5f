package io.quarry.processor;

import io.quarry.data.Type;

/** Writes the statements that collect the results of a loop over {@code row} in {@code 0..rows-1}, and return a vector. */
final class ResultColumn {
    private final Code code;
    private final Result result;

    ResultColumn(Code code, Result result) {
        this.code = code;
        this.result = result;
    }

    void declare() {
        if (isUntyped()) {
            code.line("VectorBuilder values = Vector.builder(Type.%s);", result.type());
            return;
        }
        code.line("%s[] values = new %1$s[rows];", element());
        if (hasMask()) {
            code.line("boolean[] nulls = null;");
        }
        if (result.type() == Type.STRING) {
            code.line("long length = 0;");
        }
    }

    void store(String value) {
        if (isUntyped()) {
            code.line("values.add(%s);", value);
        } else if (hasMask() && !result.isPrimitive()) {
            code.line("%s value = %s;", result.javaType(), value);
            code.line("if (value == null) {");
            storeNull();
            code.line("} else {").line("values[row] = value;").line("}");
        } else {
            code.line("values[row] = %s;", value);
            if (result.type() == Type.STRING) {
                code.line("length = BatchLoop.lengthWith(length, values[row]);");
            }
        }
    }

    void storeNull() {
        if (isUntyped()) {
            code.line("values.add(null);");
        } else if (hasMask()) {
            code.line("nulls = BatchLoop.mark(nulls, row, rows);");
        }
    }

    void finish() {
        if (isUntyped()) {
            code.line("return values.build();");
            return;
        }
        String type = "Type." + result.type();
        code.line(
                switch (result.type()) {
                    case BOOL -> "return BoolVector.of(values, nulls, rows);";
                    case INT, LONG, DATETIME, TIMESPAN -> "return LongVector.of(" + type + ", values, nulls, rows);";
                    case REAL -> "return DoubleVector.of(values, nulls, rows);";
                    case STRING -> "return TextVector.of(values, rows);";
                    case DECIMAL, GUID, DYNAMIC -> "return ObjectVector.of(" + type + ", values, rows);";
                });
    }

    private String element() {
        return switch (result.type()) {
            case BOOL -> "boolean";
            case INT, LONG, DATETIME, TIMESPAN -> "long";
            case REAL -> "double";
            case STRING -> "String";
            case DECIMAL, GUID, DYNAMIC -> "Object";
        };
    }

    private boolean hasMask() {
        return result.type() == Type.BOOL || result.type().isLongBacked() || result.type() == Type.REAL;
    }

    /** A Java {@code Object} that holds another type than dynamic, as {@code @Of} allows. */
    private boolean isUntyped() {
        return result.javaType().equals("java.lang.Object") && result.type() != Type.DYNAMIC;
    }
}
