package io.quarry.plan;

/** What a bag is made of, where a row becomes one row an element. */
public enum BagElements {
    /** Bags of one entry each. */
    ENTRIES,
    /** Arrays of a key and its value. */
    PAIRS
}
