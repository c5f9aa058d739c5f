package io.quarry.cli;

import io.quarry.data.Platform;
import io.quarry.detect.Detection;
import io.quarry.detect.hunt.Alert;
import io.quarry.detect.hunt.HuntResult;
import io.quarry.detect.pack.Detections;
import io.quarry.detect.replay.Replay;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.QueryException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is said of a hunt beside its alerts. */
final class HuntReport {
    private static final int REPLAYS_SHOWN = 3;

    private final Notes notes;

    HuntReport(Notes notes) {
        this.notes = notes;
    }

    /** What is to be hunted for, and what is wrong with the rest. */
    void found(Detections found) {
        notes.errors(found.diagnostics());
        notes.warnings(found.diagnostics());
        found.repairs()
                .forEach((file, repairs) ->
                        repairs.forEach(repair -> notes.line("repaired: " + file + ": " + repair.description())));
        if (!found.skipped().isEmpty()) {
            notes.line("not a query or rule: " + notes.names(found.skipped()));
        }
        long wrong = found.diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(diagnostic -> diagnostic.source().name())
                .distinct()
                .count();
        if (wrong > 0) {
            notes.error(Words.count(wrong, "file") + " with errors; what is wrong in them does not run");
        }
        found.detections().forEach(this::warnOfOverdueAllowances);
    }

    private void warnOfOverdueAllowances(Detection detection) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        detection.allowances().stream()
                .filter(allowance -> allowance.isOverdue(today))
                .forEach(allowance ->
                        notes.warning("the allow-list entry '" + allowance.name() + "' of " + detection.name()
                                + " expired on " + allowance.expires().orElseThrow() + "; look at it again"));
    }

    /** What was run, what failed and how many alerts there are. */
    void ran(HuntResult result, int detections, double seconds) {
        replays(result.runs());
        long onePass = result.runs().stream()
                .filter(run -> run.mode() == Replay.Mode.ONE_PASS)
                .count();
        notes.line(String.format(
                Locale.ROOT,
                "ran %s (%s) of %s in %.2f s%s",
                Words.count(result.runs().size(), "query"),
                byPlatform(result.runs()),
                Words.count(detections, "detection"),
                seconds,
                onePass == 0 ? "" : "; " + onePass + " with a window back from the present: once over all events"));
        result.failures().forEach(this::failed);
        if (!result.allowed().isEmpty()) {
            notes.line(Words.count(result.allowed().size(), "alert") + " silenced by allow-lists");
        }
        warnOfAlertsWithoutEvents(result.alerts());
        notes.line(Words.count(result.alerts().size(), "alert") + byDetection(result.alerts(), detections));
    }

    /** A row such as {@code count} gives of nothing is a finding on the platform, too, and comes with every run. */
    private void warnOfAlertsWithoutEvents(List<Alert> alerts) {
        List<String> names = alerts.stream()
                .filter(alert -> alert.evidence().isEmpty())
                .map(alert -> alert.detection().name())
                .distinct()
                .toList();
        if (!names.isEmpty()) {
            long rows =
                    alerts.stream().filter(alert -> alert.evidence().isEmpty()).count();
            notes.warning(Words.count(rows, "alert") + " of " + notes.names(names)
                    + " made of no event: the query gives a row even of nothing, as count does, and so alerts at every run;"
                    + " let it end with a condition such as | where Count > 0");
        }
    }

    /** How many alerts each detection has, the most first, where there are several detections. */
    private String byDetection(List<Alert> alerts, int detections) {
        if (detections == 1 || alerts.isEmpty()) {
            return "";
        }
        Map<String, Long> counts = alerts.stream()
                .collect(Collectors.groupingBy(alert -> alert.detection().name(), TreeMap::new, Collectors.counting()));
        List<String> most = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> String.format(Locale.ROOT, "%s %,d", entry.getKey(), entry.getValue()))
                .toList();
        return " of " + Words.count(counts.size(), "detection") + ": " + notes.names(most);
    }

    private void replays(List<HuntResult.Run> runs) {
        List<HuntResult.Run> scheduled =
                runs.stream().filter(run -> run.mode() == Replay.Mode.SCHEDULED).toList();
        if (scheduled.size() > REPLAYS_SHOWN && !notes.areVerbose()) {
            int times = scheduled.stream().mapToInt(HuntResult.Run::times).sum();
            notes.line("replayed " + Words.count(scheduled.size(), "query") + " on their schedules: "
                    + Words.count(times, "run") + "; --verbose lists them");
            return;
        }
        scheduled.forEach(run -> notes.line("replayed " + run.query() + " ("
                + run.platform().label() + "): " + Words.count(run.times(), "scheduled run")));
    }

    private static String byPlatform(List<HuntResult.Run> runs) {
        Map<Platform, Long> counts = runs.stream()
                .collect(Collectors.groupingBy(
                        HuntResult.Run::platform, () -> new EnumMap<>(Platform.class), Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getKey().label() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private void failed(HuntResult.Failure failure) {
        notes.error("failed: " + failure.query() + " (" + failure.platform().label() + ") of "
                + failure.detection().name());
        if (failure.reason() instanceof QueryException wrong) {
            notes.errors(wrong.diagnostics());
        } else {
            notes.error("  " + Failures.withAdvice(failure.reason()));
        }
    }
}
