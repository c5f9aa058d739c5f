package io.quarry.plan;

/**
 * The stable code of a kind of diagnostic. Each module has an enum of its own; the enum constant's name is the code, and
 * {@code docs/diagnostics/NAME.md} explains it.
 */
public interface Code {
    /** The code: upper case, words joined by {@code _}, unique across modules. */
    String name();

    Severity severity();

    /** One sentence: what is wrong, without names from a particular text. */
    String summary();
}
