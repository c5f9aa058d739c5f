package io.quarry.cli;

import io.quarry.data.Platform;
import io.quarry.detect.rule.Repairs;
import io.quarry.detect.rule.RuleFiles;
import io.quarry.detect.rule.RuleFiles.RepairMode;
import io.quarry.detect.rule.SourceFiles;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.QueryException;
import io.quarry.plan.Severity;
import io.quarry.plan.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code quarry check}: what is wrong with queries and rules. */
final class CheckCommand implements Command {
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
        return "[options] FILES...";
    }

    @Override
    public Options options() {
        return new Options()
                .addOption(CommonOptions.platform())
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
                        .get());
    }

    @Override
    public ExitCode run(CommandLine arguments, Terminal terminal) throws IOException {
        if (arguments.getArgList().isEmpty()) {
            throw new UsageException("no files given; expected queries (.kql, .aql) or rules (.yml)");
        }
        boolean json = isJson(arguments);
        boolean failOnWarnings = failsOnWarnings(arguments);
        Set<Platform> allowed = CommonOptions.platforms(arguments);
        List<Diagnostic> all = new ArrayList<>();
        int checked = 0;
        for (String argument : arguments.getArgList()) {
            for (Path file : files(Path.of(argument))) {
                List<Platform> platforms = RuleFiles.platforms(file).stream()
                        .filter(allowed::contains)
                        .toList();
                if (platforms.isEmpty()) {
                    terminal.err().println("skipped: " + file + ": not a query or rule by its ending");
                    continue;
                }
                checked++;
                all.addAll(check(file, platforms, arguments.hasOption("fix"), terminal));
            }
        }
        if (json) {
            DiagnosticJson.write(all, terminal.out());
        } else {
            all.forEach(diagnostic -> terminal.out().print(diagnostic.render()));
        }
        long errors = all.stream().filter(Diagnostic::isError).count();
        long warnings = count(all, Severity.WARNING);
        terminal.err()
                .println("checked " + Words.count(checked, "file") + ": " + Words.count(errors, "error") + ", "
                        + Words.count(warnings, "warning") + ", "
                        + all.stream()
                                .filter(diagnostic -> diagnostic.repair().isPresent())
                                .count()
                        + " with a repair");
        if (checked == 0) {
            throw new UsageException("no query or rule among the files");
        }
        if (errors > 0) {
            return ExitCode.WRONG_RULE;
        }
        return failOnWarnings && warnings > 0 ? ExitCode.FINDINGS : ExitCode.RAN;
    }

    private static List<Diagnostic> check(Path file, List<Platform> platforms, boolean fix, Terminal terminal)
            throws IOException {
        SourceText source;
        try {
            source = SourceFiles.read(file);
        } catch (QueryException e) {
            return e.diagnostics();
        }
        var compiled = RuleFiles.compileForFirst(platforms, source, RepairMode.AS_WRITTEN);
        if (!fix) {
            return compiled.diagnostics();
        }
        Repairs repairs = Repairs.of(source, text -> RuleFiles.diagnostics(compiled.platform(), text));
        if (repairs.applied().isEmpty()) {
            return compiled.diagnostics();
        }
        Files.writeString(file, repairs.source().text(), StandardCharsets.UTF_8);
        repairs.applied().forEach(repair -> terminal.err().println("repaired: " + file + ": " + repair.description()));
        return RuleFiles.diagnostics(compiled.platform(), repairs.source());
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> walk = Files.walk(path)) {
            return walk.filter(Files::isRegularFile)
                    .filter(RuleFiles::isRuleFile)
                    .sorted()
                    .toList();
        }
    }

    private static long count(List<Diagnostic> diagnostics, Severity severity) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.code().severity() == severity)
                .count();
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
