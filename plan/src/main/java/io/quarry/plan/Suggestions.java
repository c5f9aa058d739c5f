package io.quarry.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that an author may have meant by one that does not exist. */
public final class Suggestions {
    private static final int MOST = 3;

    private Suggestions() {}

    /**
     * Up to three candidates near the name, best first: equal but for letter case, then by edit distance up to a third of
     * the length. Nothing near gives an empty list.
     */
    public static List<String> near(String name, Collection<String> candidates) {
        String folded = name.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, folded.length() / 3);
        record Scored(String name, int distance) {}
        return candidates.stream()
                .distinct()
                .map(candidate -> new Scored(candidate, distance(folded, candidate.toLowerCase(Locale.ROOT), limit)))
                .filter(scored -> scored.distance() <= limit)
                .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
                .limit(MOST)
                .map(Scored::name)
                .toList();
    }

    /** True if the name differs from a candidate by a slip: an edit, or one for every five letters of a longer name. */
    public static boolean isSlipOf(String name, Collection<String> candidates) {
        String folded = name.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, folded.length() / 5);
        return folded.length() > 2
                && candidates.stream()
                        .anyMatch(candidate -> distance(folded, candidate.toLowerCase(Locale.ROOT), limit) <= limit);
    }

    /** The Levenshtein distance in which two letters that changed places count once; more than {@code limit} if it is. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] beforePrevious = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, 1 + Math.min(previous[j], current[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
                }
            }
            int[] swap = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = swap;
        }
        return previous[b.length()];
    }
}
