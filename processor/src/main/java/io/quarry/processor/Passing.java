package io.quarry.processor;

/** How a value gets from a vector into a Java parameter. */
enum Passing {
    PRIMITIVE,
    BOXED,
    OBJECT,
    UTF8,
    PREPARED
}
