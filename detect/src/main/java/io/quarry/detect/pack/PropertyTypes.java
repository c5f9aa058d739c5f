package io.quarry.detect.pack;

import io.quarry.detect.DetectCode;
import io.quarry.detect.pack.Pack.DeclaredProperty;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.QueryException;
import io.quarry.plan.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The types of the custom properties that packs of one hunt declare: a property is there for all, so it has one type. */
final class PropertyTypes {
    private final Map<String, DeclaredProperty> declared = new HashMap<>();

    /**
     * Takes the properties of one more pack.
     *
     * @throws QueryException if one has another type in a pack before, with both places
     */
    void admit(Pack pack) {
        List<Diagnostic> conflicts = new ArrayList<>();
        for (DeclaredProperty one : pack.declared()) {
            DeclaredProperty other = declared.get(key(one));
            if (other != null && other.property().kind() != one.property().kind()) {
                conflicts.add(Diagnostic.of(
                        DetectCode.PACK_WRONG_VALUE,
                        one.source(),
                        one.span(),
                        "the property '" + one.property().name() + "' is " + kind(one) + " here, and " + kind(other)
                                + " in " + place(other),
                        "a property is there for all packs of a hunt: give one of them another name, or hunt apart"));
            }
        }
        if (!conflicts.isEmpty()) {
            throw new QueryException(conflicts);
        }
        pack.declared().forEach(one -> declared.putIfAbsent(key(one), one));
    }

    private static String key(DeclaredProperty one) {
        return one.property().name().toLowerCase(Locale.ROOT);
    }

    private static String kind(DeclaredProperty one) {
        return one.property().kind().name().toLowerCase(Locale.ROOT);
    }

    private static String place(DeclaredProperty one) {
        SourceText source = one.source();
        int start = one.span().start();
        return source.name() + ":" + source.line(start) + ":" + source.column(start);
    }
}
