package io.quarry.processor;

import io.quarry.data.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * What the registry holds of one overload, or of a class that lists its overloads itself.
 *
 * @param instance the Java expression of the function; of the list of functions where {@code parameters} is null
 * @param parameters to find overloads that hide each other; null if not known here
 */
record Entry(Names names, String instance, List<Type> parameters, Reference reference) {
    /** Language, name and parameter types of each name; empty if the types are not known here. */
    List<String> keys() {
        if (parameters == null) {
            return List.of();
        }
        List<String> keys = new ArrayList<>();
        names.kql().forEach(name -> keys.add("KQL " + name + parameters));
        names.aql().forEach(name -> keys.add("AQL " + name + parameters));
        names.sigma().forEach(name -> keys.add("SIGMA " + name + parameters));
        return keys;
    }

    /** The words of the reference page; equal for all overloads of a method. */
    record Reference(String doc, List<String> examples, String source, String differs) {}
}
