package io.quarry.aql.check;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.Expression;
import io.quarry.plan.Repair;
import java.util.Locale;

/** {@code LOGSOURCETYPENAME(devicetype) ILIKE '%Sysmon%'}: QRadar files Sysmon under the type of the Windows event log. */
final class LogSourceTypeName implements Check {
    @Override
    public void check(Subject subject) {
        subject.walk(expression -> {
            if (expression instanceof Expression.Match match
                    && match.operator().hasWildcards()
                    && match.patterns().size() == 1
                    && match.operand().bare() instanceof Expression.Call call
                    && call.isNamed("LOGSOURCETYPENAME")) {
                Constants.text(match.patterns().get(0)).ifPresent(pattern -> inspect(match, pattern, subject));
            }
        });
    }

    private static void inspect(Expression.Match match, Expression.Text pattern, Subject subject) {
        String words = pattern.value().toLowerCase(Locale.ROOT).replace("%", "");
        if (!words.contains("sysmon") && !words.contains("powershell")) {
            return;
        }
        String channel = words.contains("sysmon") ? "Sysmon" : "PowerShell";
        String meant =
                (match.negated() ? "NOT " : "") + "(devicetype = 12 AND qidEventCategory ILIKE '%" + channel + "%')";
        subject.findings()
                .add(
                        Repair.replace("select the channel", match.span(), meant),
                        AqlCode.LOG_SOURCE_TYPE_NAME,
                        match.span(),
                        channel + " events have the log source type Microsoft Windows Security Event Log",
                        "write " + meant);
    }
}
