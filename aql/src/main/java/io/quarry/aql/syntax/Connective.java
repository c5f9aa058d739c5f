package io.quarry.aql.syntax;

/** What joins conditions. */
public enum Connective {
    AND("&&"),
    OR("||");

    private final String foreignSign;

    Connective(String foreignSign) {
        this.foreignSign = foreignSign;
    }

    /** What other languages write for it. */
    String foreignSign() {
        return foreignSign;
    }
}
