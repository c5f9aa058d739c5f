package io.quarry.functions.text;

import com.google.re2j.Matcher;
import io.quarry.data.CapacityException;
import java.util.ArrayList;
import java.util.List;

/**
 * What takes the place of a match: text in which {@code \0} is the whole match and {@code \1} to {@code \9} its groups.
 * Immutable, safe for threads.
 */
public final class Rewrite {
    private record Part(String text, int group) {}

    private final List<Part> parts = new ArrayList<>();

    private Rewrite(String pattern) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            char next = c == '\\' && i + 1 < pattern.length() ? pattern.charAt(i + 1) : 0;
            if (next >= '0' && next <= '9') {
                parts.add(new Part(text.toString(), next - '0'));
                text.setLength(0);
                i++;
            } else {
                text.append(c);
                i += next == '\\' ? 1 : 0;
            }
        }
        parts.add(new Part(text.toString(), -1));
    }

    public static Rewrite of(String pattern) {
        return new Rewrite(pattern);
    }

    /**
     * The text with every match replaced.
     *
     * @throws CapacityException if that is too long
     */
    public String apply(String text, Regex regex) {
        Matcher matcher = regex.matcher(text);
        StringBuilder rewritten = null;
        int from = 0;
        while (matcher.find()) {
            if (isInsideCharacter(text, matcher.start())) {
                continue;
            }
            if (rewritten == null) {
                rewritten = new StringBuilder(text.length());
            }
            rewritten.append(text, from, matcher.start());
            append(rewritten, matcher);
            from = matcher.end();
        }
        return rewritten == null
                ? text
                : rewritten.append(text, from, text.length()).toString();
    }

    /** A match of nothing may be found between the halves of a character, where Kusto's engine, over bytes, has none. */
    private static boolean isInsideCharacter(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    private void append(StringBuilder rewritten, Matcher matcher) {
        CapacityException.requireText(rewritten.length());
        for (Part part : parts) {
            rewritten.append(part.text);
            if (part.group >= 0 && part.group <= matcher.groupCount()) {
                String group = matcher.group(part.group);
                rewritten.append(group == null ? "" : group);
            }
        }
    }
}
