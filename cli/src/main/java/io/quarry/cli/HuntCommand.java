package io.quarry.cli;

import io.quarry.cli.output.OutputFormat;
import io.quarry.detect.Detection;
import io.quarry.detect.hunt.Hunt;
import io.quarry.detect.hunt.HuntOptions;
import io.quarry.detect.hunt.HuntResult;
import io.quarry.detect.pack.Detections;
import io.quarry.detect.replay.Replay;
import io.quarry.detect.rule.RuleFiles.RepairMode;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.QueryException;
import io.quarry.plan.Repair;
import io.quarry.plan.Severity;
import io.quarry.telemetry.view.LoadedTelemetry;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code quarry hunt}: detections over telemetry. */
final class HuntCommand implements Command {
    @Override
    public String name() {
        return "hunt";
    }

    @Override
    public String summary() {
        return "runs detections over telemetry and raises alerts";
    }

    @Override
    public String arguments() {
        return "[options] EVENTS...";
    }

    @Override
    public Options options() {
        return SideOptions.addTo(new Options()
                .addOption(Option.builder("d")
                        .longOpt("detection")
                        .hasArg()
                        .argName("PACK|FILE|DIR")
                        .desc("what to hunt for; may be given several times (default: the packs that ship)")
                        .get())
                .addOption(CommonOptions.platform())
                .addOption(Option.builder()
                        .longOpt("repair")
                        .desc("run queries after the repairs that 'check' offers, and list these")
                        .get())
                .addOption(CommonOptions.time("as-of", "run once, with the clock at this time"))
                .addOption(CommonOptions.time("from", "only events from this time on"))
                .addOption(CommonOptions.time("to", "only events up to this time"))
                .addOption(CommonOptions.format("table (default), ndjson, csv"))
                .addOption(CommonOptions.output())
                .addOption(CommonOptions.threads())
                .addOption(CommonOptions.timeLimit())
                .addOption(Option.builder()
                        .longOpt("fail-on")
                        .hasArg()
                        .argName("SEVERITY")
                        .desc("exit with 1 if there is an alert of this severity or a higher one")
                        .get()));
    }

    @Override
    public ExitCode run(CommandLine arguments, Terminal terminal) throws IOException {
        OutputFormat format = CommonOptions.rowFormat(arguments);
        CommonOptions.requireWritableOutput(arguments);
        List<Path> inputs = Reading.inputs(arguments.getArgList());
        FailOn failOn = FailOn.of(arguments.getOptionValue("fail-on"));
        HuntOptions options = new HuntOptions(
                CommonOptions.bounds(arguments), CommonOptions.threads(arguments), CommonOptions.timeLimit(arguments));
        Detections found = detections(arguments, terminal);
        Hunt hunt = new Hunt(found.detections(), options);
        LoadedTelemetry telemetry =
                new Reading(terminal, options.threads()).load(inputs, hunt.needs(), hunt.deciding());
        long start = System.nanoTime();
        HuntResult result = hunt.run(telemetry);
        report(result, found.detections(), terminal, (System.nanoTime() - start) / 1e9);
        try (Writer out = CommonOptions.results(arguments, terminal)) {
            AlertRows.write(result.alerts(), format, out);
        }
        boolean isWrong = found.diagnostics().stream().anyMatch(Diagnostic::isError)
                || result.failures().stream().anyMatch(failure -> failure.reason() instanceof QueryException);
        if (isWrong || !result.failures().isEmpty()) {
            return isWrong ? ExitCode.WRONG_RULE : ExitCode.WRONG_USAGE;
        }
        return result.alerts().stream().anyMatch(failOn::includes) ? ExitCode.FINDINGS : ExitCode.RAN;
    }

    private static Detections detections(CommandLine arguments, Terminal terminal) throws IOException {
        Detections found = new Detections(
                CommonOptions.platforms(arguments),
                arguments.hasOption("repair") ? RepairMode.REPAIR : RepairMode.AS_WRITTEN,
                SideOptions.files(arguments));
        String[] named = arguments.getOptionValues("d");
        for (String path : named == null ? new String[] {ShippedPacks.folder().toString()} : named) {
            found.add(Path.of(path));
        }
        found.diagnostics().stream()
                .filter(diagnostic -> diagnostic.code().severity() != Severity.INFO)
                .forEach(diagnostic -> terminal.err().print(diagnostic.render()));
        for (Map.Entry<String, List<Repair>> repaired : found.repairs().entrySet()) {
            repaired.getValue().forEach(repair -> terminal.err()
                    .println("repaired: " + repaired.getKey() + ": " + repair.description()));
        }
        found.skipped().forEach(file -> terminal.err().println("not a query or rule: " + file));
        long wrong = found.diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(diagnostic -> diagnostic.source().name())
                .distinct()
                .count();
        if (wrong > 0) {
            terminal.err().println(Words.count(wrong, "file") + " with errors; what is wrong in them does not run");
        }
        warnOfOverdueAllowances(found.detections(), terminal);
        if (found.detections().stream().allMatch(detection -> detection.versions().stream()
                .allMatch(version -> version.file().rules().isEmpty()))) {
            if (found.diagnostics().stream().anyMatch(Diagnostic::isError)) {
                throw new QueryException(
                        found.diagnostics().stream().filter(Diagnostic::isError).toList());
            }
            throw new UsageException("no detection to run" + (named == null ? "" : " in " + String.join(", ", named)));
        }
        return found;
    }

    private static void warnOfOverdueAllowances(List<Detection> detections, Terminal terminal) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (Detection detection : detections) {
            detection.allowances().stream()
                    .filter(allowance -> allowance.isOverdue(today))
                    .forEach(allowance -> terminal.err()
                            .println("warning: the allow-list entry '" + allowance.name() + "' of " + detection.name()
                                    + " expired on " + allowance.expires().orElseThrow() + "; look at it again"));
        }
    }

    private static void report(HuntResult result, List<Detection> detections, Terminal terminal, double seconds) {
        for (HuntResult.Run run : result.runs()) {
            if (run.mode() == Replay.Mode.SCHEDULED) {
                terminal.err()
                        .println("replayed " + run.query() + " ("
                                + run.platform().label() + "): " + run.times() + " scheduled runs");
            }
        }
        long onePass = result.runs().stream()
                .filter(run -> run.mode() == Replay.Mode.ONE_PASS)
                .count();
        terminal.err()
                .printf(
                        Locale.ROOT,
                        "ran %s of %s in %.2f s%s%n",
                        Words.count(result.runs().size(), "query"),
                        Words.count(detections.size(), "detection"),
                        seconds,
                        onePass == 0
                                ? ""
                                : "; " + onePass + " with a window back from the present: once over all events");
        result.failures().forEach(failure -> report(failure, terminal));
        if (!result.allowed().isEmpty()) {
            terminal.err().println(Words.count(result.allowed().size(), "alert") + " silenced by allow-lists");
        }
        terminal.err().println(Words.count(result.alerts().size(), "alert"));
    }

    private static void report(HuntResult.Failure failure, Terminal terminal) {
        terminal.err()
                .println(
                        "failed: " + failure.query() + " (" + failure.platform().label() + ") of "
                                + failure.detection().name());
        if (failure.reason() instanceof QueryException wrong) {
            wrong.diagnostics().forEach(diagnostic -> terminal.err().print(diagnostic.render()));
        } else {
            terminal.err().println("  " + failure.reason().getMessage());
        }
    }
}
