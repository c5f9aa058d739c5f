package io.quarry.functions;

/** The state of an aggregate that holds more the more rows it sees, or a value of any size. */
public interface GrowingState {
    /** What the state holds, estimated; quick, since it is asked before and after every row. */
    long bytes();
}
