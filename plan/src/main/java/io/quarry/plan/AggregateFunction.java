package io.quarry.plan;

/** A function of many rows; one overload. Without state, safe for threads, compared by identity. */
public interface AggregateFunction {
    /** The name that plans print. */
    String name();

    Signature signature();

    /** A fresh accumulator without groups. */
    Accumulator accumulator();
}
