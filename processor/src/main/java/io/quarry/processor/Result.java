package io.quarry.processor;

import io.quarry.data.Type;

/** The result of one overload; {@code javaType} is qualified. */
record Result(String javaType, Type type) {
    boolean isPrimitive() {
        return javaType.indexOf('.') < 0;
    }
}
