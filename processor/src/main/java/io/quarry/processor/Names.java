package io.quarry.processor;

import java.util.List;

/** The names of a function in each language. */
record Names(List<String> kql, List<String> aql, List<String> sigma) {
    /** The name that plans print. */
    String first() {
        return !kql.isEmpty() ? kql.get(0) : !aql.isEmpty() ? aql.get(0) : sigma.get(0);
    }

    boolean isEmpty() {
        return kql.isEmpty() && aql.isEmpty() && sigma.isEmpty();
    }
}
