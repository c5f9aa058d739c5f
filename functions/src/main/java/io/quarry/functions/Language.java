package io.quarry.functions;

/** The languages whose functions the registry holds. */
public enum Language {
    /** Names are case-sensitive. */
    KQL,
    /** Names are looked up in any letter case. */
    AQL,
    /** Names are case-sensitive. */
    SIGMA
}
