package io.quarry.aql.syntax;

/** Regular expressions for texts that are meant as they stand. */
public final class RegexLiteral {
    private RegexLiteral() {}

    /** An expression that matches the text alone. */
    public static String of(String text) {
        return text.replaceAll("([\\\\.*+?^${}()|\\[\\]])", "\\\\$1");
    }
}
