package io.quarry.aql.check;

/** Looks for one kind of defect. Without state. */
interface Check {
    /** Reports what it finds in one query; the queries inside it are checked apart. */
    void check(Subject subject);
}
