package io.quarry.functions.aql;

import io.quarry.plan.FunctionException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites a regular expression of Java, on which QRadar runs, for an engine with RE2's syntax, and refuses what that engine
 * would read as something else. What neither has is left to the engine to refuse. Source: {@code java.util.regex.Pattern};
 * the syntax page of RE2.
 */
final class JavaRegex {
    private static final String LINE_ENDS = "\\n-\\r\\x{85}\\x{2028}\\x{2029}";
    private static final String ANY = "[^\\n\\r\\x{85}\\x{2028}\\x{2029}]";

    /** The body of the class that an escape stands for, and that of all other characters. */
    private record Class(String body, String others) {
        String as(boolean negated, boolean inClass) {
            String ranges = inClass && negated ? others : body;
            return inClass ? ranges : (negated ? "[^" : "[") + ranges + "]";
        }
    }

    /** The escapes that RE2 lacks, or takes for other characters; by their letters in lower case. */
    private static final Map<Character, Class> CLASSES = Map.of(
            's',
            new Class("\\t-\\r ", "\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{10ffff}"),
            'v',
            new Class(LINE_ENDS, "\\x{0}-\\x{9}\\x{e}-\\x{84}\\x{86}-\\x{2027}\\x{202a}-\\x{10ffff}"),
            'h',
            new Class(
                    "\\t \\x{a0}\\x{1680}\\x{180e}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}",
                    "\\x{0}-\\x{8}\\x{a}-\\x{1f}\\x{21}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{180d}\\x{180f}-\\x{1fff}"
                            + "\\x{200b}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{10ffff}"));

    /** The classes of ASCII characters, by Java's names for them. */
    private static final Map<String, String> ASCII_CLASSES = Map.ofEntries(
            Map.entry("Lower", "lower"),
            Map.entry("Upper", "upper"),
            Map.entry("ASCII", "ascii"),
            Map.entry("Alpha", "alpha"),
            Map.entry("Digit", "digit"),
            Map.entry("Alnum", "alnum"),
            Map.entry("Punct", "punct"),
            Map.entry("Graph", "graph"),
            Map.entry("Print", "print"),
            Map.entry("Blank", "blank"),
            Map.entry("Cntrl", "cntrl"),
            Map.entry("XDigit", "xdigit"),
            Map.entry("Space", "space"));

    private static final Pattern FLAGS = Pattern.compile("\\(\\?([a-zA-Z]*)(?:-([a-zA-Z]*))?[:)]");
    private static final Pattern PROPERTY = Pattern.compile("\\{(?:Is)?([A-Za-z_]+)\\}");
    private static final Pattern OCTAL = Pattern.compile("[0-3][0-7]{2}|[0-7]{1,2}");

    private final String regex;
    private final StringBuilder written = new StringBuilder();
    private final Deque<Boolean> outerDots = new ArrayDeque<>();
    private boolean dotIsAll;
    private int at;

    private JavaRegex(String regex) {
        this.regex = regex;
    }

    /** @throws FunctionException if the expression has a construct that cannot be said in RE2's syntax */
    static String inRe2(String regex) {
        return new JavaRegex(regex).rewritten();
    }

    private String rewritten() {
        while (at < regex.length()) {
            char c = regex.charAt(at);
            switch (c) {
                case '\\' -> escape(false);
                case '[' -> characterClass();
                case '(' -> group();
                case ')' -> {
                    dotIsAll = outerDots.isEmpty() ? dotIsAll : outerDots.pop();
                    copy(1);
                }
                case '.' -> write(dotIsAll ? "." : ANY, 1);
                default -> copy(1);
            }
        }
        return written.toString();
    }

    private void copy(int characters) {
        write(regex.substring(at, Math.min(at + characters, regex.length())), characters);
    }

    private void write(String text, int read) {
        written.append(text);
        at += read;
    }

    private void group() {
        Matcher flags = FLAGS.matcher(regex).region(at, regex.length());
        if (!flags.lookingAt()) {
            outerDots.push(dotIsAll);
            copy(1);
            return;
        }
        boolean opens = flags.group().endsWith(":");
        if (opens) {
            outerDots.push(dotIsAll);
        }
        if (flags.group(1).indexOf('U') >= 0) {
            throw new FunctionException("the flag U of a regular expression cannot be run yet");
        }
        boolean isOff = flags.group(2) != null && flags.group(2).indexOf('s') >= 0;
        dotIsAll = !isOff && (dotIsAll || flags.group(1).indexOf('s') >= 0);
        copy(flags.group().length());
    }

    private void characterClass() {
        copy(1);
        if (at < regex.length() && regex.charAt(at) == '^') {
            copy(1);
        }
        for (boolean isFirst = true; at < regex.length(); isFirst = false) {
            char c = regex.charAt(at);
            if (c == ']' && !isFirst) {
                copy(1);
                return;
            }
            if (c == '[') {
                throw new FunctionException(
                        "a class of characters inside another cannot be run yet, and [:name:] is one in Java");
            }
            if (regex.startsWith("&&", at)) {
                throw new FunctionException("an intersection (&&) of classes of characters cannot be run yet");
            }
            if (c == '\\') {
                escape(true);
            } else {
                copy(1);
            }
        }
    }

    private void escape(boolean inClass) {
        char letter = at + 1 < regex.length() ? regex.charAt(at + 1) : 0;
        Class known = CLASSES.get(Character.toLowerCase(letter));
        if (known != null) {
            write(known.as(Character.isUpperCase(letter), inClass), 2);
            return;
        }
        switch (letter) {
            case 'R' -> write(inClass ? "\\R" : "(?:\\r\\n|[" + LINE_ENDS + "])", 2);
            case 'e' -> write("\\x{1b}", 2);
            case 'Q' -> quotation(inClass);
            case 'p', 'P' -> property(inClass);
            case '0' -> octal();
            case 'u' -> unit();
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                throw new FunctionException(
                        "a regular expression with the back reference \\" + letter + " cannot be run");
            default -> copy(letter < 0x80 ? 2 : 1);
        }
    }

    private void quotation(boolean inClass) {
        if (inClass) {
            throw new FunctionException("\\Q inside a class of characters cannot be run yet");
        }
        int end = regex.indexOf("\\E", at);
        copy(end < 0 ? regex.length() - at : end + 2 - at);
    }

    private void property(boolean inClass) {
        Matcher name = PROPERTY.matcher(regex).region(at + 2, regex.length());
        if (!name.lookingAt()) {
            copy(2);
            return;
        }
        boolean negated = regex.charAt(at + 1) == 'P';
        int length = 2 + name.group().length();
        String ascii = name.group().startsWith("{Is") ? null : ASCII_CLASSES.get(name.group(1));
        if (ascii == null) {
            write((negated ? "\\P{" : "\\p{") + name.group(1) + "}", length);
        } else {
            String body = (negated ? "[:^" : "[:") + ascii + ":]";
            write(inClass ? body : "[" + body + "]", length);
        }
    }

    private void octal() {
        Matcher digits = OCTAL.matcher(regex).region(at + 2, regex.length());
        if (digits.lookingAt()) {
            character(Integer.parseInt(digits.group(), 8), 2 + digits.group().length());
        } else {
            copy(2);
        }
    }

    private void unit() {
        String digits = regex.substring(at + 2, Math.min(at + 6, regex.length()));
        if (digits.matches("[0-9a-fA-F]{4}")) {
            character(Integer.parseInt(digits, 16), 6);
        } else {
            copy(2);
        }
    }

    private void character(int codePoint, int read) {
        write("\\x{" + Integer.toHexString(codePoint) + "}", read);
    }
}
