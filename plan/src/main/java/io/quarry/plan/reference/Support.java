package io.quarry.plan.reference;

/** Whether a construct of a language can be used. */
public enum Support {
    SUPPORTED,
    /** It is known, and a text that uses it is refused by name. */
    REFUSED
}
