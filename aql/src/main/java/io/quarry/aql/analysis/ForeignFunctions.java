package io.quarry.aql.analysis;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.aql.syntax.Expression;
import io.quarry.aql.syntax.RegexLiteral;
import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import io.quarry.plan.Repair;
import io.quarry.plan.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Functions that QRadar does not have, and what says the same. */
final class ForeignFunctions {
    private ForeignFunctions() {}

    static void report(Expression.Call call, Findings findings) {
        String name = call.name().toUpperCase(Locale.ROOT);
        String message = call.name() + " is not a function of AQL";
        if (name.equals("SPLIT")) {
            String hint = "for parts of an address ask INCIDR; otherwise use SUBSTRING and STRPOS";
            findings.add(AqlCode.SPLIT, call.span(), message, hint);
        } else if (name.equals("LOGSOURCETYPEID")) {
            Repair repair = Repair.replace("write devicetype", call.span(), "devicetype");
            String hint = "the id of the log source type is the column devicetype";
            findings.add(repair, AqlCode.LOG_SOURCE_TYPE_ID, call.span(), message, hint);
        } else if (name.equals("REPLACE") && call.arguments().size() == 3) {
            replace(call, findings, message);
        } else {
            Optional<String> same = ForeignCall.of(name).stream()
                    .flatMap(foreign -> foreign.rewritten(call, findings.source()).stream())
                    .findFirst();
            if (same.isPresent()) {
                Repair repair = Repair.replace("write " + same.get(), call.span(), same.get());
                findings.add(repair, AqlCode.NO_SUCH_FUNCTION, call.nameSpan(), message, "write " + same.get());
            } else {
                findings.add(AqlCode.NO_SUCH_FUNCTION, call.nameSpan(), message, hints(name));
            }
        }
    }

    private static void replace(Expression.Call call, Findings findings, String message) {
        String hint = "write REPLACEALL('regular expression', text, replacement)";
        if (!(call.arguments().get(1).bare() instanceof Expression.Text sought)
                || !(call.arguments().get(2).bare() instanceof Expression.Text replacement)
                || replacement.value().matches(".*[$\\\\].*")) {
            findings.add(AqlCode.NO_SUCH_FUNCTION, call.nameSpan(), message, hint);
            return;
        }
        String regex = RegexLiteral.of(sought.value()).replace("'", "''");
        String rewritten = "REPLACEALL('" + regex + "', "
                + findings.source().slice(call.arguments().get(0).span()) + ", "
                + findings.source().slice(replacement.span()) + ")";
        findings.add(
                Repair.replace("replace by regular expression", call.span(), rewritten),
                AqlCode.NO_SUCH_FUNCTION,
                call.nameSpan(),
                message,
                hint);
    }

    private static String[] hints(String name) {
        List<String> hints = ForeignCall.of(name).stream()
                .flatMap(foreign -> foreign.hint().stream())
                .limit(1)
                .toList();
        if (!hints.isEmpty()) {
            return hints.toArray(String[]::new);
        }
        List<String> known = new ArrayList<>(Functions.names(Language.AQL));
        known.addAll(Functions.aggregateNames(Language.AQL));
        known.removeIf(candidate -> !candidate.matches("[A-Z0-9]+"));
        List<String> near = Suggestions.near(name, known);
        return near.isEmpty() ? new String[0] : new String[] {"did you mean " + String.join(", ", near)};
    }
}
