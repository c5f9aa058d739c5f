package io.quarry.cli;

import io.quarry.data.Platform;
import io.quarry.detect.Detection;
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
        notes.line(Words.count(result.alerts().size(), "alert"));
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
            notes.error("  " + failure.reason().getMessage());
        }
    }
}
