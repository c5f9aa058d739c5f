package io.quarry.aql.analysis;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.reference.ReferenceData;
import io.quarry.aql.syntax.Expression;
import java.util.Locale;
import java.util.Map;

/**
 * Functions of extensions, which have a namespace. What they compute is not known here, so none can be run; a text that is
 * only checked may call those of extensions that exist.
 */
final class Extensions {
    /** The extensions seen in the field, by the namespace of their functions. */
    private static final Map<String, String> KNOWN = Map.of(
            "CODEC", "the content extension with functions for Base64 and URLs",
            "DETECT", "the content extension that finds Log4Shell",
            "UBA", "the app User Behavior Analytics");

    private Extensions() {}

    static boolean isNamespaced(String name) {
        return name.contains("::");
    }

    static void report(Expression.Call call, QueryScope scope) {
        String namespace = call.name().substring(0, call.name().indexOf("::")).toUpperCase(Locale.ROOT);
        String extension = KNOWN.get(namespace);
        if (extension != null && scope.catalog().reference() == ReferenceData.UNKNOWN) {
            scope.findings()
                    .add(
                            AqlCode.EXTENSION_FUNCTION,
                            call.nameSpan(),
                            call.name() + " comes from " + extension + "; without it QRadar refuses the query");
            return;
        }
        scope.findings()
                .add(
                        AqlCode.MISSING_EXTENSION,
                        call.nameSpan(),
                        "no extension with functions of " + namespace + " is installed",
                        extension == null ? "an extension would have to install it" : "it comes from " + extension);
    }
}
