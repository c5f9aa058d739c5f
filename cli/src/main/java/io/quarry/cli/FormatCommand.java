package io.quarry.cli;

import io.quarry.data.Platform;
import io.quarry.detect.rule.RuleFiles;
import io.quarry.detect.rule.SourceFiles;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Formatted;
import io.quarry.plan.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code quarry fmt}: lays KQL and AQL queries out. */
final class FormatCommand implements Command {
    private static final String STANDARD_INPUT = "-";

    /** What is done with a text whose layout is another. */
    private enum Mode {
        PRINT,
        CHECK,
        WRITE
    }

    @Override
    public String name() {
        return "fmt";
    }

    @Override
    public String summary() {
        return "lays KQL and AQL queries out, without changing what they mean";
    }

    @Override
    public String arguments() {
        return "[--check | --write] (FILES... | FOLDERS... | -)";
    }

    @Override
    public Options options() {
        return new Options()
                .addOption(Option.builder()
                        .longOpt("check")
                        .desc("only name the files that are laid out otherwise, and exit with 1 if there are any")
                        .get())
                .addOption(Option.builder()
                        .longOpt("write")
                        .desc("rewrite the files (default: print the queries)")
                        .get())
                .addOption(QueryText.language());
    }

    @Override
    public ExitCode run(CommandLine arguments, Terminal terminal) throws IOException {
        List<String> files = arguments.getArgList();
        if (files.isEmpty()) {
            throw new UsageException("no files given; expected queries in KQL or AQL, or - for standard input");
        }
        if (arguments.hasOption("check") && arguments.hasOption("write")) {
            throw new UsageException("--check and --write exclude each other");
        }
        Mode mode = arguments.hasOption("check") ? Mode.CHECK : arguments.hasOption("write") ? Mode.WRITE : Mode.PRINT;
        ExitCode worst = ExitCode.RAN;
        for (String file : files) {
            worst = ExitCode.worse(
                    worst, Failures.reported("fmt", terminal, () -> all(file, arguments, mode, terminal)));
        }
        return worst;
    }

    /** A file, or the queries in a folder. */
    private static ExitCode all(String named, CommandLine arguments, Mode mode, Terminal terminal) throws IOException {
        if (named.equals(STANDARD_INPUT) || !Files.isDirectory(Path.of(named))) {
            return format(named, arguments, mode, terminal);
        }
        List<IOException> refused = new ArrayList<>();
        List<Path> queries = FolderWalk.of(Path.of(named), refused::add).stream()
                .filter(file -> Files.isRegularFile(file) && isQuery(file))
                .toList();
        refused.forEach(e -> terminal.err().println("quarry fmt: " + Failures.describe(e)));
        if (queries.isEmpty() && refused.isEmpty()) {
            throw new UsageException("no query in " + named + "; expected files that end with .kql or .aql");
        }
        ExitCode worst = refused.isEmpty() ? ExitCode.RAN : ExitCode.WRONG_USAGE;
        for (Path query : queries) {
            worst = ExitCode.worse(
                    worst,
                    Failures.reported("fmt", terminal, () -> format(query.toString(), arguments, mode, terminal)));
        }
        return worst;
    }

    private static boolean isQuery(Path file) {
        List<Platform> platforms = RuleFiles.platforms(file);
        return !platforms.isEmpty() && !platforms.contains(Platform.SIGMA);
    }

    private static ExitCode format(String file, CommandLine arguments, Mode mode, Terminal terminal)
            throws IOException {
        boolean piped = file.equals(STANDARD_INPUT);
        if (piped && mode == Mode.WRITE) {
            throw new UsageException("--write needs files; standard input cannot be rewritten");
        }
        List<Platform> named = piped ? List.of() : RuleFiles.platforms(Path.of(file));
        List<Platform> written = named.isEmpty() ? QueryText.platformsOf(arguments) : named;
        if (written.contains(Platform.SIGMA)) {
            terminal.err().println("not formatted: " + file + " is no query by its ending; KQL and AQL are laid out");
            return ExitCode.WRONG_USAGE;
        }
        SourceText source = piped
                ? SourceFiles.decode("standard input", terminal.in().readAllBytes())
                : SourceFiles.read(Path.of(file));
        Formatted formatted = written.contains(Platform.QRADAR)
                ? io.quarry.aql.service.Formatter.format(source)
                : io.quarry.kql.service.Formatter.format(source);
        for (Diagnostic error : formatted.errors()) {
            terminal.err().print(error.render());
        }
        if (mode == Mode.PRINT) {
            terminal.out().print(formatted.text());
        }
        if (!formatted.errors().isEmpty()) {
            return ExitCode.WRONG_RULE;
        }
        boolean changed = !formatted.text().equals(source.text().replace("\r\n", "\n"));
        if (changed && mode == Mode.CHECK) {
            terminal.out().println(source.name());
            return ExitCode.FINDINGS;
        }
        if (changed && mode == Mode.WRITE) {
            SourceFiles.rewrite(Path.of(file), formatted.text());
            terminal.err().println("formatted: " + file);
        }
        return ExitCode.RAN;
    }
}
