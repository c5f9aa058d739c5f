package io.quarry.cli;

import io.quarry.data.Platform;
import io.quarry.detect.rule.QueryContext;
import io.quarry.detect.rule.Repairs;
import io.quarry.detect.rule.RuleFile;
import io.quarry.detect.rule.RuleFiles;
import io.quarry.detect.rule.RuleFiles.RepairMode;
import io.quarry.detect.rule.SourceFiles;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.QueryException;
import io.quarry.plan.Severity;
import io.quarry.plan.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;

/** Queries and rules that are checked one after the other, and what was found in them. */
final class Checks {
    private final Set<Platform> allowed;
    private final RepairMode mode;
    private final CommandLine arguments;
    private final Terminal terminal;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Map<Platform, Integer> checked = new EnumMap<>(Platform.class);
    private int unread;

    /**
     * @param allowed the platforms that texts may be written for
     * @param mode whether files are rewritten with the repairs that are offered
     * @param arguments with the files that the queries may read beside telemetry
     */
    Checks(Set<Platform> allowed, RepairMode mode, CommandLine arguments, Terminal terminal) {
        this.allowed = allowed;
        this.mode = mode;
        this.arguments = arguments;
        this.terminal = terminal;
    }

    /** Checks a file, or what is in a folder; of what cannot be read that is said, and the rest is checked. */
    void add(Path path) {
        try {
            add(CheckedFiles.of(path, this::refuse));
        } catch (IOException e) {
            refuse(e);
        }
    }

    /** Checks the text of standard input, by the language that the command line names. */
    void addStandardInput(byte[] bytes) {
        List<Platform> platforms = QueryText.platforms(arguments);
        SourceText source;
        try {
            source = SourceFiles.decode("standard input", bytes);
        } catch (QueryException e) {
            checked.merge(platforms.get(0), 1, Integer::sum);
            diagnostics.addAll(e.diagnostics());
            return;
        }
        RuleFile compiled = compile(platforms, source, SideOptions.contextOrUnknown(arguments));
        checked.merge(compiled.platform(), 1, Integer::sum);
        diagnostics.addAll(compiled.diagnostics());
    }

    /** What is wrong with texts as they were published is said, and counts for nothing more. */
    private void add(CheckedFiles given) {
        diagnostics.addAll(given.packProblems());
        for (Path file : given.files()) {
            try {
                add(file, given.maintainedAs());
            } catch (IOException e) {
                refuse(e);
            }
        }
    }

    private void add(Path file, Map<Path, String> maintainedAs) throws IOException {
        List<Platform> written = writtenFor(file);
        List<Platform> platforms = allowed(written);
        if (platforms.isEmpty()) {
            String why = written.isEmpty()
                    ? "not a query or rule by its ending; -l LANGUAGE reads it as a query"
                    : "written for another platform";
            terminal.err().println("skipped: " + file + ": " + why);
        } else if (maintainedAs.containsKey(file)) {
            RuleFile published = compile(platforms, SourceFiles.read(file), context(file));
            known(file, published.diagnostics(), maintainedAs);
        } else {
            diagnostics.addAll(check(file, platforms));
        }
    }

    private List<Platform> writtenFor(Path file) {
        List<Platform> byEnding = RuleFiles.platforms(file);
        return byEnding.isEmpty() && arguments.hasOption("l") ? QueryText.platformsOf(arguments) : byEnding;
    }

    private List<Platform> allowed(List<Platform> platforms) {
        return platforms.stream().filter(allowed::contains).toList();
    }

    private void refuse(IOException e) {
        unread++;
        terminal.err().println("quarry check: " + Failures.describe(e));
    }

    private void known(Path file, List<Diagnostic> found, Map<Path, String> maintainedAs) {
        String versions = maintainedAs.get(file);
        terminal.err()
                .println("as published: " + file + ": " + Words.count(errors(found), "error") + ", "
                        + Words.count(warnings(found), "warning")
                        + (versions.isEmpty() ? "" : ", known and repaired in " + versions));
    }

    private List<Diagnostic> check(Path file, List<Platform> platforms) throws IOException {
        SourceText source;
        try {
            source = SourceFiles.read(file);
        } catch (QueryException e) {
            checked.merge(platforms.get(0), 1, Integer::sum);
            return e.diagnostics();
        }
        QueryContext context = context(file);
        RuleFile compiled = compile(platforms, source, context);
        checked.merge(compiled.platform(), 1, Integer::sum);
        if (mode == RepairMode.AS_WRITTEN) {
            return compiled.diagnostics();
        }
        List<Platform> chosen = List.of(compiled.platform());
        Repairs repairs =
                Repairs.of(source, text -> compile(chosen, text, context).diagnostics());
        if (repairs.applied().isEmpty()) {
            return compiled.diagnostics();
        }
        SourceFiles.rewrite(file, repairs.source().text());
        repairs.applied().forEach(repair -> terminal.err().println("repaired: " + file + ": " + repair.description()));
        return compile(chosen, repairs.source(), context).diagnostics();
    }

    /** What a file is compiled with; what is wrong with the pack around it is noted once. */
    private QueryContext context(Path file) throws IOException {
        try {
            return SideOptions.contextOrUnknown(arguments, file);
        } catch (QueryException e) {
            e.diagnostics().stream()
                    .filter(diagnostic -> !diagnostics.contains(diagnostic))
                    .forEach(diagnostics::add);
            return SideOptions.contextOrUnknown(arguments);
        }
    }

    private static RuleFile compile(List<Platform> platforms, SourceText source, QueryContext context) {
        return RuleFiles.compileForFirst(platforms, source, RepairMode.AS_WRITTEN, context);
    }

    /** What was found, file by file. */
    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** True unless a file or folder could not be read. */
    boolean areWhole() {
        return unread == 0;
    }

    /** True if no file was a query or rule. */
    boolean areNone() {
        return checked.isEmpty();
    }

    /** What was checked and found, in one line. */
    String summary() {
        int all = checked.values().stream().mapToInt(Integer::intValue).sum();
        String platforms = checked.entrySet().stream()
                .map(entry -> entry.getKey().label() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        long repairs = diagnostics.stream()
                .filter(diagnostic -> diagnostic.repair().isPresent())
                .count();
        return "checked " + Words.count(all, "file") + (platforms.isEmpty() ? "" : " (" + platforms + ")") + ": "
                + Words.count(errors(diagnostics), "error") + ", " + Words.count(warnings(diagnostics), "warning")
                + ", " + repairs + " with a repair" + remarks()
                + (unread == 0 ? "" : "; " + unread + " could not be read");
    }

    private String remarks() {
        long remarks = diagnostics.size() - errors(diagnostics) - warnings(diagnostics);
        return remarks == 0 ? "" : "; " + Words.count(remarks, "remark") + " (--verbose shows them)";
    }

    static long errors(List<Diagnostic> diagnostics) {
        return diagnostics.stream().filter(Diagnostic::isError).count();
    }

    static long warnings(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.code().severity() == Severity.WARNING)
                .count();
    }
}
