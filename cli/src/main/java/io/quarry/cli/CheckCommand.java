package io.quarry.cli;

import io.quarry.detect.rule.RuleFiles.RepairMode;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code quarry check}: what is wrong with queries and rules. */
final class CheckCommand implements Command {
    private static final String STANDARD_INPUT = "-";

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String summary() {
        return "says what is wrong with queries and rules, and repairs them";
    }

    @Override
    public String arguments() {
        return "[options] (FILES... | -)";
    }

    @Override
    public Options options() {
        return SideOptions.addTo(new Options()
                .addOption(QueryText.language())
                .addOption(CommonOptions.platform())
                .addOption(Option.builder()
                        .longOpt("verbose")
                        .desc("show what is only worth knowing, too")
                        .get())
                .addOption(CommonOptions.format("text (default), json"))
                .addOption(Option.builder()
                        .longOpt("fix")
                        .desc("rewrite the files with the repairs that are offered")
                        .get())
                .addOption(Option.builder()
                        .longOpt("fail-on")
                        .hasArg()
                        .argName("LEVEL")
                        .desc("error (default: exit with 2), warning (exit with 1 for warnings)")
                        .get()));
    }

    @Override
    public ExitCode run(CommandLine arguments, Terminal terminal) throws IOException {
        if (arguments.getArgList().isEmpty()) {
            throw new UsageException(
                    "no files given; expected queries (.kql, .aql) or rules (.yml), or - for a query on standard input");
        }
        if (arguments.getArgList().contains(STANDARD_INPUT) && arguments.hasOption("fix")) {
            throw new UsageException("--fix needs files; standard input cannot be rewritten");
        }
        boolean json = isJson(arguments);
        boolean failOnWarnings = failsOnWarnings(arguments);
        Checks checks = new Checks(
                CommonOptions.platforms(arguments),
                arguments.hasOption("fix") ? RepairMode.REPAIR : RepairMode.AS_WRITTEN,
                arguments,
                terminal);
        for (String argument : arguments.getArgList()) {
            if (argument.equals(STANDARD_INPUT)) {
                checks.addStandardInput(terminal.in().readAllBytes());
            } else {
                checks.add(Path.of(argument));
            }
        }
        List<Diagnostic> all = checks.diagnostics();
        if (json) {
            DiagnosticJson.write(all, terminal.out());
        } else {
            boolean verbose = arguments.hasOption("verbose");
            all.stream()
                    .filter(diagnostic -> verbose || diagnostic.code().severity() != Severity.INFO)
                    .forEach(diagnostic -> terminal.out().print(diagnostic.render()));
        }
        terminal.err().println(checks.summary());
        if (!checks.areWhole()) {
            return ExitCode.WRONG_USAGE;
        }
        if (checks.areNone() && all.isEmpty()) {
            throw new UsageException("no query or rule among the files");
        }
        if (Checks.errors(all) > 0) {
            return ExitCode.WRONG_RULE;
        }
        return failOnWarnings && Checks.warnings(all) > 0 ? ExitCode.FINDINGS : ExitCode.RAN;
    }

    private static boolean isJson(CommandLine arguments) {
        String format = arguments.getOptionValue("f", "text");
        return switch (format) {
            case "text" -> false;
            case "json" -> true;
            default -> throw new UsageException("-f is '" + format + "', expected text or json");
        };
    }

    private static boolean failsOnWarnings(CommandLine arguments) {
        String level = arguments.getOptionValue("fail-on", "error");
        return switch (level) {
            case "error" -> false;
            case "warning" -> true;
            default -> throw new UsageException("--fail-on is '" + level + "', expected error or warning");
        };
    }
}
