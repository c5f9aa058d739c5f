package io.quarry.plan;

import io.quarry.data.Vector;

/**
 * The running states of an aggregate, one for each group, addressed by {@code 0..groups-1}. Not safe for threads.
 *
 * <p>Law: adding rows in pieces to several accumulators and merging these in the order of the pieces gives the same
 * results, to the last bit, as adding all rows in order to one.
 */
public interface Accumulator {
    /**
     * Adds rows.
     *
     * @param groups the group of each row; groups that were not seen before start empty
     * @param groupCount one more than the largest group number in use so far
     * @param arguments vectors of the signature's parameter types
     */
    void add(int[] groups, int groupCount, Vector[] arguments, int rows);

    /**
     * Adds the states of another accumulator of the same function, whose rows come after the rows added so far.
     *
     * @param groups for each group of {@code other}, the group here
     */
    void merge(Accumulator other, int[] groups, int groupCount);

    /** One result for each group {@code 0..groupCount-1}; a group without rows gives the result for no rows. */
    Vector results(int groupCount);

    /**
     * What the states hold beyond a few bytes each, estimated; asked for after every batch. Nothing, unless states grow with
     * their rows or hold values of any size.
     */
    default long bytes() {
        return 0;
    }
}
