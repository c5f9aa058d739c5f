package io.quarry.processor;

/**
 * The class that holds the state of one group.
 *
 * @param type the qualified name
 * @param add the method that adds a row
 */
record AggregateState(String type, String add, Growth growth) {
    /** Whether a state holds more the more rows it sees. */
    enum Growth {
        FIXED,
        GROWING
    }

    boolean isGrowing() {
        return growth == Growth.GROWING;
    }
}
