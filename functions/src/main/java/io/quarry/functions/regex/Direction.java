package io.quarry.functions.regex;

/** How an automaton reads a text. */
public enum Direction {
    FORWARDS,

    /** From its end. */
    BACKWARDS
}
