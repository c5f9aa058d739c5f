package io.quarry.functions.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads expressions that RE2/J has accepted, so it looks for no errors. Not safe for threads.
 *
 * <p>Source: the syntax page of RE2, and the Perl flags that RE2/J sets.
 */
final class RegexParser {
    private static final int LONGEST = 10_000;
    private static final int DEEPEST = 100;
    private static final String CLASS_LETTERS = "dDsSwWpP";
    private static final int NO_NUMBER = -1;

    /** The flags that decide whether there is a match. */
    private record Flags(boolean isCaseless, boolean isMultiline, boolean dotIsAll) {
        Flags with(char letter, boolean isOn) {
            return switch (letter) {
                case 'i' -> new Flags(isOn, isMultiline, dotIsAll);
                case 'm' -> new Flags(isCaseless, isOn, dotIsAll);
                case 's' -> new Flags(isCaseless, isMultiline, isOn);
                default -> this;
            };
        }
    }

    private final String pattern;
    private Flags flags = new Flags(false, false, false);
    private int at;
    private int depth;
    private boolean isRead = true;

    private RegexParser(String pattern) {
        this.pattern = pattern;
    }

    /**
     * The tree of an expression; empty if it is too long or too deep.
     *
     * @param pattern accepted by RE2/J
     */
    static Optional<RegexTree> parse(String pattern) {
        if (pattern.length() > LONGEST) {
            return Optional.empty();
        }
        RegexParser parser = new RegexParser(pattern);
        RegexTree tree = parser.choice();
        return parser.isRead && parser.at == pattern.length() ? Optional.of(tree) : Optional.empty();
    }

    /** Up to the closing bracket or the end. */
    private RegexTree choice() {
        List<RegexTree> branches = new ArrayList<>();
        List<RegexTree> parts = new ArrayList<>();
        while (isRead && at < pattern.length() && pattern.charAt(at) != ')') {
            if (pattern.charAt(at) == '|') {
                at++;
                branches.add(sequence(parts));
                parts = new ArrayList<>();
            } else {
                part(parts);
            }
        }
        branches.add(sequence(parts));
        return branches.size() == 1 ? branches.get(0) : new RegexTree.Choice(branches);
    }

    private static RegexTree sequence(List<RegexTree> parts) {
        return parts.size() == 1 ? parts.get(0) : new RegexTree.Sequence(parts);
    }

    private void part(List<RegexTree> parts) {
        switch (pattern.charAt(at)) {
            case '(' -> bracket(parts);
            case '*' -> repeat(parts, 0, RegexTree.UNLIMITED, at + 1);
            case '+' -> repeat(parts, 1, RegexTree.UNLIMITED, at + 1);
            case '?' -> repeat(parts, 0, 1, at + 1);
            case '{' -> counted(parts);
            case '^' ->
                assertion(parts, flags.isMultiline() ? RegexTree.Kind.LINE_START : RegexTree.Kind.TEXT_START, at + 1);
            case '$' ->
                assertion(parts, flags.isMultiline() ? RegexTree.Kind.LINE_END : RegexTree.Kind.TEXT_END, at + 1);
            case '.' -> single(parts, CharacterSet.matching(flags.dotIsAll() ? "(?s:.)" : "."), at + 1);
            case '[' -> characterClass(parts);
            case '\\' -> escape(parts);
            default -> literal(parts);
        }
    }

    private void bracket(List<RegexTree> parts) {
        Flags outside = flags;
        if (!pattern.startsWith("(?", at)) {
            at++;
        } else if (pattern.startsWith("(?P<", at) || pattern.startsWith("(?<", at)) {
            at = pattern.indexOf('>', at) + 1;
        } else if (areFlagsOnly()) {
            return;
        }
        isRead &= ++depth <= DEEPEST;
        parts.add(choice());
        depth--;
        at++;
        flags = outside;
    }

    /** Reads {@code (?flags:} or {@code (?flags)}; true for the latter, whose flags are for what follows. */
    private boolean areFlagsOnly() {
        boolean isOn = true;
        for (at += 2; ; at++) {
            char c = pattern.charAt(at);
            if (c == ':' || c == ')') {
                at++;
                return c == ')';
            }
            isOn &= c != '-';
            flags = flags.with(c, isOn);
        }
    }

    private void repeat(List<RegexTree> parts, int least, int most, int next) {
        at = next < pattern.length() && pattern.charAt(next) == '?' ? next + 1 : next;
        if (parts.isEmpty()) {
            isRead = false;
        } else {
            int last = parts.size() - 1;
            parts.set(last, new RegexTree.Repetition(parts.get(last), least, most));
        }
    }

    /** {@code {2}}, {@code {2,}} or {@code {2,3}}; what looks otherwise is text. */
    private void counted(List<RegexTree> parts) {
        int start = at;
        at++;
        int least = number();
        int most = least;
        if (least != NO_NUMBER && at < pattern.length() && pattern.charAt(at) == ',') {
            at++;
            boolean isOpen = at < pattern.length() && pattern.charAt(at) == '}';
            most = isOpen ? RegexTree.UNLIMITED : number();
            least = isOpen || most != NO_NUMBER ? least : NO_NUMBER;
        }
        if (least != NO_NUMBER && at < pattern.length() && pattern.charAt(at) == '}') {
            repeat(parts, least, most, at + 1);
        } else {
            at = start;
            literal(parts);
        }
    }

    /** A number without leading zeros. */
    private int number() {
        int start = at;
        while (at < pattern.length() && pattern.charAt(at) >= '0' && pattern.charAt(at) <= '9') {
            at++;
        }
        boolean isNumber = at > start && at - start < 9 && (pattern.charAt(start) != '0' || at == start + 1);
        return isNumber ? Integer.parseInt(pattern, start, at, 10) : NO_NUMBER;
    }

    private void escape(List<RegexTree> parts) {
        char letter = pattern.charAt(at + 1);
        switch (letter) {
            case 'A' -> assertion(parts, RegexTree.Kind.TEXT_START, at + 2);
            case 'z' -> assertion(parts, RegexTree.Kind.TEXT_END, at + 2);
            case 'b' -> assertion(parts, RegexTree.Kind.WORD_BOUNDARY, at + 2);
            case 'B' -> assertion(parts, RegexTree.Kind.NO_WORD_BOUNDARY, at + 2);
            case 'Q' -> quoted(parts);
            default -> {
                int end = endOfEscape(at);
                boolean isLiteral = end == at + 2 && !Character.isLetterOrDigit(letter);
                if (isLiteral) {
                    at++;
                    literal(parts);
                } else {
                    single(parts, written(at, end), end);
                }
            }
        }
    }

    /** {@code \Q} up to {@code \E} or the end is text. */
    private void quoted(List<RegexTree> parts) {
        int end = pattern.indexOf("\\E", at + 2);
        int stop = end < 0 ? pattern.length() : end;
        at += 2;
        while (at < stop) {
            literal(parts);
        }
        at = end < 0 ? stop : stop + 2;
    }

    /** Where the escape at a place ends, which stands for one character or a class of them. */
    private int endOfEscape(int start) {
        char letter = pattern.charAt(start + 1);
        int next = start + 2;
        if (letter == 'p' || letter == 'P' || letter == 'x') {
            boolean isBraced = pattern.startsWith("{", next);
            int plain = letter == 'x' ? next + 2 : pattern.offsetByCodePoints(next, 1);
            return isBraced ? pattern.indexOf('}', next) + 1 : plain;
        }
        if (letter >= '0' && letter <= '7') {
            while (next < start + 4
                    && next < pattern.length()
                    && pattern.charAt(next) >= '0'
                    && pattern.charAt(next) <= '7') {
                next++;
            }
            return next;
        }
        return pattern.offsetByCodePoints(start + 1, 1);
    }

    private void characterClass(List<RegexTree> parts) {
        int next = at + (pattern.startsWith("[^", at) ? 2 : 1);
        for (boolean isFirst = true; isFirst || pattern.charAt(next) != ']'; isFirst = false) {
            int posix = pattern.startsWith("[:", next) ? pattern.indexOf(":]", next + 2) : -1;
            if (posix >= 0) {
                next = posix + 2;
            } else if (pattern.charAt(next) == '\\' && CLASS_LETTERS.indexOf(pattern.charAt(next + 1)) >= 0) {
                next = endOfEscape(next);
            } else {
                next = endOfMember(next);
                boolean isRange = pattern.charAt(next) == '-' && pattern.charAt(next + 1) != ']';
                next = isRange ? endOfMember(next + 1) : next;
            }
        }
        single(parts, written(at, next + 1), next + 1);
    }

    private int endOfMember(int start) {
        return pattern.charAt(start) == '\\' ? endOfEscape(start) : pattern.offsetByCodePoints(start, 1);
    }

    private CharacterSet written(int start, int end) {
        String source = pattern.substring(start, end);
        return CharacterSet.matching(flags.isCaseless() ? "(?i:" + source + ")" : source);
    }

    private void literal(List<RegexTree> parts) {
        int codePoint = pattern.codePointAt(at);
        single(
                parts,
                flags.isCaseless() ? CharacterSet.caseless(codePoint) : CharacterSet.of(codePoint),
                at + Character.charCount(codePoint));
    }

    private void single(List<RegexTree> parts, CharacterSet set, int next) {
        parts.add(new RegexTree.Single(set));
        at = next;
    }

    private void assertion(List<RegexTree> parts, RegexTree.Kind kind, int next) {
        parts.add(new RegexTree.Assertion(kind));
        at = next;
    }
}
