package io.quarry.cli;

import io.quarry.cli.output.OutputFormat;
import io.quarry.detect.hunt.Hunt;
import io.quarry.detect.hunt.HuntOptions;
import io.quarry.detect.hunt.HuntResult;
import io.quarry.detect.pack.Detections;
import io.quarry.detect.rule.RuleFiles.RepairMode;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.QueryException;
import io.quarry.telemetry.view.LoadedTelemetry;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
        return Notes.addTo(SideOptions.addTo(new Options()
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
                .addOption(
                        CommonOptions.format(
                                "table (default), vertical, ndjson, csv, json; all but table have everything known of an alert"))
                .addOption(CommonOptions.output())
                .addOption(CommonOptions.threads())
                .addOption(CommonOptions.timeLimit())
                .addOption(Option.builder()
                        .longOpt("fail-on")
                        .hasArg()
                        .argName("SEVERITY")
                        .desc("exit with 1 if there is an alert of this severity or a higher one")
                        .get())));
    }

    @Override
    public ExitCode run(CommandLine arguments, Terminal terminal) throws IOException {
        OutputFormat format = CommonOptions.rowFormat(arguments);
        CommonOptions.requireWritableOutput(arguments);
        List<Path> inputs = Reading.inputs(arguments.getArgList());
        FailOn failOn = FailOn.of(arguments.getOptionValue("fail-on"));
        HuntOptions options = new HuntOptions(
                CommonOptions.bounds(arguments), CommonOptions.threads(arguments), CommonOptions.timeLimit(arguments));
        Notes notes = Notes.of(arguments, terminal);
        HuntReport report = new HuntReport(notes);
        Optional<Detections> found = detections(arguments, report);
        if (found.isEmpty()) {
            return ExitCode.WRONG_RULE;
        }
        Hunt hunt = new Hunt(found.get().detections(), options);
        LoadedTelemetry telemetry =
                new Reading(terminal, notes, options.threads()).load(inputs, hunt.needs(), hunt.deciding());
        long start = System.nanoTime();
        HuntResult result = hunt.run(telemetry);
        report.ran(result, found.get().detections().size(), (System.nanoTime() - start) / 1e9);
        try (Writer out = CommonOptions.results(arguments, terminal)) {
            AlertRows.write(result.alerts(), format, CommonOptions.destination(arguments, terminal), out);
        }
        boolean isWrong = found.get().diagnostics().stream().anyMatch(Diagnostic::isError)
                || result.failures().stream().anyMatch(failure -> failure.reason() instanceof QueryException);
        if (isWrong || !result.failures().isEmpty()) {
            return isWrong ? ExitCode.WRONG_RULE : ExitCode.WRONG_USAGE;
        }
        return result.alerts().stream().anyMatch(failOn::includes) ? ExitCode.FINDINGS : ExitCode.RAN;
    }

    /** What to hunt for; empty if there is only what is wrong. */
    private static Optional<Detections> detections(CommandLine arguments, HuntReport report) throws IOException {
        Detections found = new Detections(
                CommonOptions.platforms(arguments),
                arguments.hasOption("repair") ? RepairMode.REPAIR : RepairMode.AS_WRITTEN,
                SideOptions.files(arguments));
        String[] named = arguments.getOptionValues("d");
        for (String path : named == null ? new String[] {ShippedPacks.folder().toString()} : named) {
            found.add(Path.of(path));
        }
        report.found(found);
        if (found.detections().stream().allMatch(detection -> detection.versions().stream()
                .allMatch(version -> version.file().rules().isEmpty()))) {
            if (found.diagnostics().stream().anyMatch(Diagnostic::isError)) {
                return Optional.empty();
            }
            throw new UsageException("no detection to run" + (named == null ? "" : " in " + String.join(", ", named)));
        }
        return Optional.of(found);
    }
}
