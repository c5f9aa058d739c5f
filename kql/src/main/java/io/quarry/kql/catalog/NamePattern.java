package io.quarry.kql.catalog;

import java.util.regex.Pattern;

/** A name in which {@code *} is any text. */
public final class NamePattern {
    private final Pattern pattern;

    public NamePattern(String text) {
        StringBuilder regex = new StringBuilder();
        for (String part : text.split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        this.pattern = Pattern.compile(regex.toString());
    }

    public boolean fits(String name) {
        return pattern.matcher(name).matches();
    }
}
