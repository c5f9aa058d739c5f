package io.quarry.processor;

/** What a function gives for null arguments. */
public enum Nulls {
    /** A null argument gives null; the method never sees one. */
    GIVE_NULL,
    /** A null argument gives false; the method never sees one. For boolean results. */
    GIVE_FALSE,
    /** A null argument gives the empty text; the method never sees one. For text in languages without null texts. */
    GIVE_EMPTY,
    /** One null argument of two gives false, two give null; the method never sees one. Kusto's equality. */
    ONE_GIVES_FALSE,
    /** The method sees nulls; its parameters are boxed or objects. */
    SEEN
}
