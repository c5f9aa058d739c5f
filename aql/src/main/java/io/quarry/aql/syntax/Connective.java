package io.quarry.aql.syntax;

/** What joins conditions; its name is its keyword. */
public enum Connective {
    AND,
    OR
}
