package io.quarry.functions.parse;

import com.google.re2j.Matcher;
import io.quarry.data.Type;
import io.quarry.functions.text.Regex;
import io.quarry.plan.FunctionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Regular expressions, and captures between them: whole numbers, and anything else as long as can be (with the flag
 * {@code U}, as short as can be). Between them {@code *} takes as little as can be. The match is strict: it begins where the
 * text begins and ends where it ends. Immutable, safe for threads.
 *
 * <p>Source: Kusto Query Language reference, parse operator; answers of the Kusto emulator.
 */
public final class RegexPattern {
    /** The keys of a pattern as a dynamic value. */
    public static final String FLAGS = "flags";

    public static final String PIECES = "pattern";

    private static final Set<Type> WHOLE = Set.of(Type.INT, Type.LONG);
    private static final String SKIP = ".*?";
    private static final String REST = "(?-U:.*)";
    private static final Pattern KNOWN_FLAGS = Pattern.compile("[imsU]*");
    private static final Pattern FLAGS_INSIDE = Pattern.compile("\\(\\?[a-zA-Z-]+\\)");

    private final List<Type> types;
    private final List<Integer> groups = new ArrayList<>();
    private final Regex regex;

    private RegexPattern(String flags, List<Piece> pieces) {
        if (!areFlags(flags)) {
            throw new FunctionException("parse: no flags '" + flags + "'");
        }
        types = TextPattern.types(pieces);
        int group = 0;
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Constant constant) {
                group += Regex.of(constant.text()).groups();
            } else if (piece instanceof Piece.Capture) {
                groups.add(++group);
            }
        }
        String prefix = flags.isEmpty() ? "\\A" : "(?" + flags + ")\\A";
        regex = Regex.of(prefix + join(pieces) + "\\z");
    }

    /**
     * The pattern that a bag of {@value #FLAGS} and {@value #PIECES} stands for.
     *
     * @throws FunctionException if a constant is no regular expression, or there are unknown flags
     */
    public static RegexPattern of(Object pattern) {
        if (!(pattern instanceof Map<?, ?> bag)) {
            throw new FunctionException("parse: a pattern is a bag, found " + pattern);
        }
        return new RegexPattern(String.valueOf(bag.get(FLAGS)), Piece.list(bag.get(PIECES)));
    }

    /** What in a regular expression has no settled meaning inside of a pattern. */
    public static Optional<String> unsettled(String constant) {
        if (hasOpenAlternatives(constant)) {
            return Optional.of("'|' outside of brackets");
        }
        return FLAGS_INSIDE.matcher(constant).find() ? Optional.of("a flag inside of the pattern") : Optional.empty();
    }

    /** True if all letters are known flags: {@code i}, {@code m}, {@code s} and {@code U}. */
    public static boolean areFlags(String letters) {
        return KNOWN_FLAGS.matcher(letters).matches();
    }

    private static boolean hasOpenAlternatives(String regex) {
        int depth = 0;
        boolean inClass = false;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\') {
                i++;
            } else if (inClass) {
                inClass = c != ']';
            } else if (c == '[') {
                inClass = true;
                i += regex.startsWith("^]", i + 1) ? 2 : regex.startsWith("]", i + 1) ? 1 : 0;
            } else if (c == '|' && depth == 0) {
                return true;
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
        }
        return false;
    }

    private static String join(List<Piece> pieces) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i) instanceof Piece.Constant constant) {
                regex.append(constant.text());
            } else if (pieces.get(i) instanceof Piece.Capture capture) {
                regex.append(WHOLE.contains(capture.type()) ? "(-?[0-9]+)" : "(.*)");
            } else {
                regex.append(i + 1 == pieces.size() ? REST : SKIP);
            }
        }
        return regex.toString();
    }

    /** What the captures hold, in order; empty if there is no match. */
    Optional<List<String>> match(String text) {
        Matcher matcher = regex.matcher(text);
        return matcher.find() ? Optional.of(groups.stream().map(matcher::group).toList()) : Optional.empty();
    }

    /** The types of the captures, in order. */
    List<Type> types() {
        return types;
    }
}
