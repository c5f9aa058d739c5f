package io.quarry.sigma;

import io.quarry.plan.CommonCode;
import io.quarry.plan.Span;
import io.quarry.plan.Suggestions;
import io.quarry.sigma.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Parses a condition: {@code or} binds weakest, then {@code and}, {@code not}; an atom is a selection's name, a count such
 * as {@code 1 of filter_*}, or a condition in parentheses. Keywords are case-insensitive, names are not.
 */
final class ConditionParser {
    private static final int DEEPEST = 100;

    private final Yaml.Scalar condition;
    private final List<Token> tokens;
    private final Map<String, Optional<Match>> selections;
    private final Set<String> used;
    private final Report report;
    private int next;

    private record Token(String text, Span span) {
        boolean is(String word) {
            return text.toLowerCase(Locale.ROOT).equals(word);
        }
    }

    private static final class Refused extends RuntimeException {
        private Refused() {
            super(null, null, false, false);
        }
    }

    private ConditionParser(
            Yaml.Scalar condition, Map<String, Optional<Match>> selections, Set<String> used, Report report) {
        this.condition = condition;
        this.tokens = tokens(condition);
        this.selections = selections;
        this.used = used;
        this.report = report;
    }

    /**
     * Parses a condition; empty, with a diagnostic, where it cannot be run.
     *
     * @param selections by name, in order; a value is empty where the selection itself was refused
     * @param used receives the names that the condition uses
     */
    static Optional<Match> parse(
            Yaml.Scalar condition, Map<String, Optional<Match>> selections, Set<String> used, Report report) {
        ConditionParser parser = new ConditionParser(condition, selections, used, report);
        try {
            return Optional.of(parser.whole());
        } catch (Refused refused) {
            return Optional.empty();
        }
    }

    private Match whole() {
        for (Token token : tokens) {
            if (token.text().contains("|") || token.is("near")) {
                report.add(
                        SigmaCode.OLD_AGGREGATION,
                        token.span(),
                        "conditions cannot aggregate: '" + token.text() + "' is of an older Sigma",
                        "write a second document with 'correlation' that refers to this rule");
                throw new Refused();
            }
        }
        Match match = or(0);
        if (next < tokens.size()) {
            throw unexpected("'and' or 'or'");
        }
        return match;
    }

    private Match or(int depth) {
        if (depth > DEEPEST) {
            report.add(CommonCode.LIMIT, peekSpan(), "the condition is nested more than " + DEEPEST + " levels deep");
            throw new Refused();
        }
        List<Match> parts = new ArrayList<>(List.of(and(depth)));
        while (take("or")) {
            parts.add(and(depth));
        }
        return Match.any(parts);
    }

    private Match and(int depth) {
        List<Match> parts = new ArrayList<>(List.of(not(depth)));
        while (take("and")) {
            parts.add(not(depth));
        }
        return Match.all(parts);
    }

    private Match not(int depth) {
        boolean negated = false;
        while (take("not")) {
            negated = !negated;
        }
        Match atom = atom(depth);
        return negated ? new Match.Not(atom) : atom;
    }

    private Match atom(int depth) {
        if (next == tokens.size()
                || tokens.get(next).is("and")
                || tokens.get(next).is("or")
                || isAt(")")) {
            throw unexpected("a selection");
        }
        Token token = tokens.get(next++);
        if (token.is("(")) {
            Match inner = or(depth + 1);
            if (!take(")")) {
                throw unexpected("')'");
            }
            return inner;
        }
        boolean counts = token.is("all") || token.is("any") || token.text().matches("[0-9]+");
        return counts && take("of") ? count(token) : selection(token);
    }

    private Match count(Token count) {
        if (next == tokens.size() || isAt("(") || isAt(")")) {
            throw unexpected("'them' or a selection's name");
        }
        Token pattern = tokens.get(next++);
        List<Match> parts = named(pattern);
        int wanted = wanted(count, parts.size());
        if (wanted > parts.size()) {
            report.add(
                    SigmaCode.CONDITION_NEVER_TRUE,
                    count.span().to(pattern.span()),
                    count.text() + " selections are asked for, '" + pattern.text() + "' names " + parts.size());
        }
        if (wanted == 0) {
            report.add(SigmaCode.RULE_VALUE, count.span(), "a count of selections begins at 1");
            throw new Refused();
        }
        return wanted == parts.size() ? Match.all(parts) : new Match.Some(wanted, parts);
    }

    private static int wanted(Token count, int all) {
        if (count.is("all")) {
            return all;
        }
        return count.is("any") ? 1 : (int) Math.min(Integer.MAX_VALUE, Double.parseDouble(count.text()));
    }

    private List<Match> named(Token pattern) {
        List<String> names = selections.keySet().stream()
                .filter(name -> pattern.is("them") ? !name.startsWith("_") : fits(pattern.text(), name))
                .toList();
        if (names.isEmpty()) {
            unknown(pattern, "no selection fits '" + pattern.text() + "'");
        }
        return names.stream().map(this::use).toList();
    }

    private Match selection(Token token) {
        if (!selections.containsKey(token.text())) {
            unknown(token, "there is no selection '" + token.text() + "'");
        }
        return use(token.text());
    }

    /** A refused selection has its own diagnostic; the condition goes on, so that its own errors are found too. */
    private Match use(String name) {
        used.add(name);
        return selections.get(name).orElseGet(Match.Always::new);
    }

    private void unknown(Token token, String message) {
        String[] hints = Suggestions.near(token.text().replace("*", ""), selections.keySet()).stream()
                .map(near -> "did you mean '" + near + "'?")
                .toArray(String[]::new);
        report.add(SigmaCode.SELECTION_UNKNOWN, token.span(), message, hints);
        throw new Refused();
    }

    private Refused unexpected(String expected) {
        String found = next == tokens.size()
                ? "the end of the condition"
                : "'" + tokens.get(next).text() + "'";
        report.add(CommonCode.SYNTAX, peekSpan(), "expected " + expected + ", found " + found);
        return new Refused();
    }

    private Span peekSpan() {
        int end = condition.text().length();
        return next < tokens.size() ? tokens.get(next).span() : condition.part(end, end);
    }

    private boolean isAt(String word) {
        return next < tokens.size() && tokens.get(next).is(word);
    }

    private boolean take(String word) {
        boolean found = isAt(word);
        next += found ? 1 : 0;
        return found;
    }

    /** Whether a name fits a pattern of letters and {@code *}; looks at each letter of the name once a star. */
    static boolean fits(String pattern, String name) {
        String[] pieces = pattern.split("\\*", -1);
        if (pieces.length == 1) {
            return name.equals(pattern);
        }
        String last = pieces[pieces.length - 1];
        int at = pieces[0].length();
        if (!name.startsWith(pieces[0]) || name.length() < at + last.length() || !name.endsWith(last)) {
            return false;
        }
        int end = name.length() - last.length();
        for (int i = 1; i < pieces.length - 1; i++) {
            int found = name.indexOf(pieces[i], at);
            if (found < 0 || found + pieces[i].length() > end) {
                return false;
            }
            at = found + pieces[i].length();
        }
        return true;
    }

    private static List<Token> tokens(Yaml.Scalar condition) {
        List<Token> tokens = new ArrayList<>();
        String text = condition.text();
        int i = 0;
        while (i < text.length()) {
            int start = i++;
            if (Character.isWhitespace(text.charAt(start))) {
                continue;
            }
            if (!isParenthesis(text.charAt(start))) {
                while (i < text.length() && !Character.isWhitespace(text.charAt(i)) && !isParenthesis(text.charAt(i))) {
                    i++;
                }
            }
            tokens.add(new Token(text.substring(start, i), condition.part(start, i)));
        }
        return tokens;
    }

    private static boolean isParenthesis(char c) {
        return c == '(' || c == ')';
    }
}
