package io.quarry.functions.text;

import io.quarry.functions.json.DynamicText;
import java.util.ArrayList;
import java.util.List;

/**
 * Several needles whose letter case does not count, to be found as terms. Needles that are one term each, which is usual for
 * lists of programs and addresses, cost one lookup for each term of the text, however many they are. Immutable, safe for
 * threads.
 */
public final class Needles {
    private static final int FEW = 3;

    private final List<CaselessNeedle> all = new ArrayList<>();
    private final List<CaselessNeedle> others = new ArrayList<>();
    private final TextTable terms;

    private Needles(List<String> texts) {
        List<String> oneTerm = new ArrayList<>();
        for (String text : texts) {
            all.add(CaselessNeedle.of(text));
            boolean isTerm = !text.isEmpty() && text.chars().allMatch(c -> c < 0x80 && CodePoints.isInTerm(c));
            if (isTerm) {
                oneTerm.add(Folding.fold(text));
            } else {
                others.add(CaselessNeedle.of(text));
            }
        }
        terms = oneTerm.size() > FEW ? new TextTable(oneTerm) : null;
    }

    /** The texts of a dynamic array; of a single value, that value. */
    public static Needles of(Object list) {
        return new Needles(DynamicText.elements(list));
    }

    /** True if one of the needles is a term of the text; false if there are none. */
    public boolean isAnyTermIn(Utf8 text) {
        if (terms != null && hasTerm(text.bytes(), text.start(), text.end())) {
            return true;
        }
        for (CaselessNeedle needle : terms == null ? all : others) {
            if (needle.isTermIn(text)) {
                return true;
            }
        }
        return false;
    }

    /** True if all needles are terms of the text; true if there are none. */
    public boolean areAllTermsIn(Utf8 text) {
        for (CaselessNeedle needle : all) {
            if (!needle.isTermIn(text)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasTerm(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end) {
            int termStart = at;
            int hash = 0;
            boolean isAscii = true;
            while (at < end && isInTerm(bytes, at, end)) {
                if (bytes[at] >= 0) {
                    hash = TextTable.foldedHash(hash, bytes[at++]);
                } else {
                    isAscii = false;
                    at += CodePoints.length(bytes, at, end);
                }
            }
            if (at == termStart) {
                at += CodePoints.length(bytes, at, end);
            } else if (isAscii && terms.containsFoldedAscii(hash, bytes, termStart, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInTerm(byte[] bytes, int at, int end) {
        return bytes[at] >= 0 ? CodePoints.isInTerm(bytes[at]) : CodePoints.isInTerm(CodePoints.at(bytes, at, end));
    }
}
