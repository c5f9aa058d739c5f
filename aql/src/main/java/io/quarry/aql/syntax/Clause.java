package io.quarry.aql.syntax;

/** The clauses after {@code FROM}, in the order that AQL wants. */
enum Clause {
    INTO("INTO"),
    WHERE("WHERE"),
    GROUP_BY("GROUP BY"),
    HAVING("HAVING"),
    ORDER_BY("ORDER BY"),
    SESSION_BY("SESSION BY"),
    LIMIT("LIMIT"),
    TIME("the time clause"),
    PARAMETERS("PARAMETERS");

    private final String shown;

    Clause(String shown) {
        this.shown = shown;
    }

    /** As messages name it. */
    String shown() {
        return shown;
    }
}
