package io.quarry.cli;

import io.quarry.cli.Terminal.Color;
import io.quarry.detect.packtest.PublishedOutcome;
import io.quarry.detect.packtest.ScenarioOutcome;
import io.quarry.detect.packtest.SignalOutcome;
import io.quarry.detect.packtest.VersionOutcome;
import io.quarry.detect.scenario.Scenario;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Pack tests for the eye: what fired, what had to, and which signals are missing. */
final class TestText implements TestReport {
    private final Terminal terminal;

    TestText(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void write(Map<String, List<ScenarioOutcome>> outcomes) {
        outcomes.forEach((pack, scenarios) -> {
            terminal.out().println(terminal.paint(Color.BOLD, pack));
            scenarios.forEach(this::write);
        });
    }

    private void write(ScenarioOutcome outcome) {
        PrintStream out = terminal.out();
        Scenario scenario = outcome.scenario();
        String verdict = outcome.isMet() ? terminal.paint(Color.GREEN, "PASS") : terminal.paint(Color.RED, "FAIL");
        out.println(verdict + "  " + scenario.title()
                + terminal.paint(
                        Color.GREY,
                        "  [" + scenario.kind().name().toLowerCase(Locale.ROOT) + ", " + scenario.source() + "]"));
        boolean alike = outcome.versions().stream()
                        .map(version -> List.of(
                                version.fired(), version.expected(), version.firedUntuned(), version.expectedUntuned()))
                        .distinct()
                        .count()
                == 1;
        if (alike && !outcome.versions().isEmpty()) {
            write("all versions", outcome.versions().get(0));
        } else {
            outcome.versions().forEach(version -> write(version.platform().label(), version));
        }
        for (PublishedOutcome published : outcome.published()) {
            out.printf(
                    "        %-14s %s%n",
                    published.file(),
                    published.isRunnable()
                            ? "as repaired: " + names(published.fired())
                            : "cannot run, even as repaired");
        }
        long present =
                outcome.signals().stream().filter(SignalOutcome::isPresent).count();
        if (!outcome.signals().isEmpty()) {
            out.println("        signals        " + present + " of "
                    + outcome.signals().size() + " present");
        }
        outcome.signals().stream()
                .filter(signal -> !signal.isPresent() || !signal.isMet())
                .forEach(this::write);
    }

    private void write(String who, VersionOutcome version) {
        StringBuilder line = new StringBuilder("fired: ").append(names(version.fired()));
        if (!version.firedUntuned().equals(version.fired())) {
            line.append("; without tuning: ").append(names(version.firedUntuned()));
        }
        if (!version.fired().equals(version.expected())) {
            line.append(terminal.paint(Color.RED, "; expected: " + names(version.expected())));
        }
        if (!version.firedUntuned().equals(version.expectedUntuned())) {
            line.append(terminal.paint(Color.RED, "; expected without tuning: " + names(version.expectedUntuned())));
        }
        terminal.out().printf("        %-14s %s%n", who, line);
    }

    private void write(SignalOutcome outcome) {
        String presence = outcome.isPresent() ? "present" : "absent";
        String verdict = outcome.isMet() ? "" : terminal.paint(Color.RED, " (unexpected)");
        String reason = outcome.signal().reason().isEmpty()
                ? ""
                : " - " + outcome.signal().reason().strip();
        terminal.out()
                .printf(
                        "        signal %-7s %s%s%s%n",
                        presence, outcome.signal().text(), verdict, reason);
    }

    private static String names(Collection<String> branches) {
        return branches.isEmpty() ? "nothing" : String.join(", ", branches);
    }
}
