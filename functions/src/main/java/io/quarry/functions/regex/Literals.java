package io.quarry.functions.regex;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts of which every match of an expression contains one; none if nothing is known. Immutable.
 *
 * @param isCaseless the letter case of ASCII letters does not count
 * @param isAll every match is one of the texts
 * @param isExact and each of the texts is a match
 * @param isFirst every match begins with one of the texts
 */
record Literals(List<String> texts, boolean isCaseless, boolean isAll, boolean isExact, boolean isFirst) {
    private static final int MOST_TEXTS = 8;
    private static final int MOST_COPIES = 8;
    private static final int LONGEST = 64;
    private static final Literals NONE = new Literals(List.of(), false, false, false, false);
    private static final Literals EMPTY_TEXT = new Literals(List.of(""), false, true, true, true);

    public Literals {
        texts = List.copyOf(texts);
    }

    static Literals of(RegexTree tree) {
        if (tree instanceof RegexTree.Single single) {
            return of(single.set());
        }
        if (tree instanceof RegexTree.Assertion) {
            return EMPTY_TEXT.inexact();
        }
        if (tree instanceof RegexTree.Sequence sequence) {
            return of(sequence);
        }
        return tree instanceof RegexTree.Choice choice ? of(choice) : of((RegexTree.Repetition) tree);
    }

    /** Letters of other alphabets are like k and s, which a search that folds ASCII does not know. */
    private static Literals of(CharacterSet set) {
        if (!set.isLiteral()) {
            return NONE;
        }
        int codePoint = set.literal();
        boolean isFound = set.isCaseless()
                ? codePoint < 0x80 && "kKsS".indexOf(codePoint) < 0
                : codePoint != 0xFFFD
                        && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
        return isFound
                ? new Literals(List.of(Character.toString(codePoint)), set.isCaseless(), true, true, true)
                : NONE;
    }

    private static Literals of(RegexTree.Sequence sequence) {
        Literals best = NONE;
        Literals run = EMPTY_TEXT;
        boolean isAll = true;
        for (RegexTree part : sequence.parts()) {
            Literals literals = of(part);
            Literals longer = run.then(literals);
            if (longer.texts.isEmpty()) {
                boolean isAtStart = isAll && run.texts.equals(EMPTY_TEXT.texts);
                best = best.orBetter(run.asPart(isAll)).orBetter(literals.asPart(isAtStart));
                run = literals.isAll ? literals : EMPTY_TEXT;
                isAll = false;
            } else {
                run = longer;
            }
        }
        return isAll ? run : best.orBetter(run.asPart(false));
    }

    private static Literals of(RegexTree.Choice choice) {
        Literals union = of(choice.branches().get(0));
        for (RegexTree branch : choice.branches().subList(1, choice.branches().size())) {
            union = union.or(of(branch));
        }
        return union;
    }

    private static Literals of(RegexTree.Repetition repetition) {
        if (repetition.least() == 0) {
            return repetition.most() == 0 ? EMPTY_TEXT : NONE;
        }
        Literals body = of(repetition.body());
        boolean isFixed = repetition.least() == repetition.most() && repetition.least() <= MOST_COPIES;
        Literals copies = body;
        for (int i = 1; isFixed && i < repetition.least(); i++) {
            copies = copies.then(body);
        }
        boolean isKnown = isFixed && !copies.texts.isEmpty();
        return isKnown ? copies : new Literals(body.texts, body.isCaseless, false, false, body.isFirst);
    }

    /** What is known of an expression that is followed by another; nothing if that is not known of the whole. */
    private Literals then(Literals next) {
        if (!isAll || !next.isAll || texts.size() * next.texts.size() > MOST_TEXTS) {
            return NONE;
        }
        List<String> joined = new ArrayList<>();
        for (String text : texts) {
            for (String behind : next.texts) {
                joined.add(text + behind);
            }
        }
        return new Literals(joined, isCaseless || next.isCaseless, true, isExactWith(next), true).orNone();
    }

    private Literals or(Literals other) {
        if (texts.isEmpty() || other.texts.isEmpty() || texts.size() + other.texts.size() > MOST_TEXTS) {
            return NONE;
        }
        List<String> union = new ArrayList<>(texts);
        union.addAll(other.texts);
        boolean isAllOfBoth = isAll && other.isAll;
        boolean isFirstOfBoth = isFirst && other.isFirst;
        return new Literals(union, isCaseless || other.isCaseless, isAllOfBoth, isExactWith(other), isFirstOfBoth)
                .orNone();
    }

    /** Nothing instead of what is too long, or is not searched for byte by byte. */
    private Literals orNone() {
        boolean isSearched = texts.stream()
                .allMatch(text ->
                        text.length() <= LONGEST && !(isCaseless && text.chars().anyMatch(c -> c >= 0x80)));
        return isSearched ? this : NONE;
    }

    /** Letters whose case counts beside others whose case does not are looked for as if it did not. */
    private boolean isExactWith(Literals other) {
        boolean isOneKind = isCaseless == other.isCaseless || !hasLetters() || !other.hasLetters();
        return isExact && other.isExact && isOneKind;
    }

    private boolean hasLetters() {
        return texts.stream().anyMatch(text -> text.chars().anyMatch(c -> c >= 0x80 || CharacterSet.isLetter(c)));
    }

    private Literals inexact() {
        return new Literals(texts, isCaseless, isAll, false, isFirst);
    }

    /** The same of an expression that this one is a part of. */
    private Literals asPart(boolean isAtStart) {
        return new Literals(texts, isCaseless, false, false, isFirst && isAtStart);
    }

    private Literals orBetter(Literals other) {
        return other.shortest() > shortest() ? other : this;
    }

    /** Characters; the longer, the fewer texts have it. */
    private int shortest() {
        return texts.stream().mapToInt(String::length).min().orElse(0);
    }

    /** True if a text without these has no match. */
    boolean areRequired() {
        return shortest() > 0;
    }
}
