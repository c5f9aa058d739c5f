package io.quarry.aql.reference;

import java.util.Map;
import java.util.Set;

/** A reference data collection. Keys are texts that letter case tells apart. Immutable. */
public sealed interface ReferenceCollection {
    /** As messages name its kind. */
    String kind();

    /** A set of values. */
    record Members(ElementType type, Set<String> values) implements ReferenceCollection {
        public Members {
            values = Set.copyOf(values);
        }

        @Override
        public String kind() {
            return "reference set";
        }
    }

    /** One value for each key. */
    record Values(ElementType type, Map<String, String> values) implements ReferenceCollection {
        public Values {
            values = Map.copyOf(values);
        }

        @Override
        public String kind() {
            return "reference map";
        }
    }

    /** A set of values for each key. */
    record MembersByKey(ElementType type, Map<String, Set<String>> members) implements ReferenceCollection {
        public MembersByKey {
            members = Map.copyOf(members);
        }

        @Override
        public String kind() {
            return "reference map of sets";
        }
    }

    /**
     * Named values for each key.
     *
     * @param columns the inner names with their types
     * @param rows for each outer key the values by inner name; a cell without a value is absent
     */
    record Table(Map<String, ElementType> columns, Map<String, Map<String, String>> rows)
            implements ReferenceCollection {
        public Table {
            columns = Map.copyOf(columns);
            rows = Map.copyOf(rows);
        }

        @Override
        public String kind() {
            return "reference table";
        }
    }
}
