package io.quarry.aql.analysis;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.aql.syntax.Query;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The results that statements of a text keep with {@code INTO}, for those after them. */
final class Cursors {
    private record Kept(Query.Cursor cursor, QueryAnalyzer.Analyzed result) {}

    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();

    /** Keeps a result; a name that is taken already is reported. */
    void keep(Query.Cursor cursor, QueryAnalyzer.Analyzed result, Findings findings) {
        if (kept.putIfAbsent(key(cursor.name()), new Kept(cursor, result)) != null) {
            findings.add(
                    AqlCode.CURSOR_IN_USE,
                    cursor.span(),
                    "a result is kept under " + cursor.name() + " already",
                    "keep this one under another name");
        }
    }

    /** The result that is kept under a name in any letter case. */
    Optional<QueryAnalyzer.Analyzed> read(String name) {
        Optional<Kept> found = Optional.ofNullable(kept.get(key(name)));
        found.ifPresent(result -> read.add(key(name)));
        return found.map(Kept::result);
    }

    /** Reports each result that no statement has read: it would be lost. */
    void refuseUnread(Findings findings) {
        kept.forEach((key, result) -> {
            if (!read.contains(key)) {
                findings.add(
                        AqlCode.SEVERAL_STATEMENTS,
                        result.cursor().span(),
                        "no later statement reads " + result.cursor().name() + ", and QRadar runs one SELECT at a time",
                        "put each into a text of its own");
            }
        });
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
