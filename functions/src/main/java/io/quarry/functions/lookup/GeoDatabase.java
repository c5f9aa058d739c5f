package io.quarry.functions.lookup;

import java.util.Map;
import java.util.Optional;

/** Where addresses are, as MaxMind's city databases tell it. Safe for threads. */
public interface GeoDatabase {
    /**
     * The record of an address, as the file has it: maps by text, lists, texts, integers (Long), reals (Double), booleans;
     * empty if there is none.
     */
    Optional<Map<String, Object>> place(String address);
}
