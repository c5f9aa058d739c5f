package io.quarry.cli;

import io.quarry.data.Platform;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** What a command has to say beside its results, on standard error and in as much detail as the user wants. */
final class Notes {
    private static final String QUIET = "quiet";
    private static final String VERBOSE = "verbose";

    /** So many errors are shown with their places in the text; of more, a line for each file. */
    private static final int ERRORS_IN_FULL = 5;

    private final Terminal terminal;
    private final Detail detail;
    private Optional<Platform> lastSaid = Optional.empty();

    /** How much is said. */
    private enum Detail {
        /** Nothing but errors and damage. */
        LITTLE,
        /** A line for each kind of warning. */
        USUAL,
        /** Every warning with its place. */
        ALL
    }

    private Notes(Terminal terminal, Detail detail) {
        this.terminal = terminal;
        this.detail = detail;
    }

    static Options addTo(Options options) {
        return options.addOption(Option.builder()
                        .longOpt(VERBOSE)
                        .desc("show every warning with its place and hints")
                        .get())
                .addOption(Option.builder()
                        .longOpt(QUIET)
                        .desc("no warnings and notes, only errors")
                        .get());
    }

    /** @throws UsageException if the arguments ask for opposites */
    static Notes of(CommandLine arguments, Terminal terminal) {
        if (arguments.hasOption(QUIET) && arguments.hasOption(VERBOSE)) {
            throw new UsageException("--quiet and --verbose are opposites; expected one of them");
        }
        return new Notes(
                terminal,
                arguments.hasOption(QUIET) ? Detail.LITTLE : arguments.hasOption(VERBOSE) ? Detail.ALL : Detail.USUAL);
    }

    /** Something worth knowing. */
    void note(String text) {
        line("note: " + text);
    }

    /** Something that most likely is not what the user wants. */
    void warning(String text) {
        line("warning: " + text);
    }

    /** Something that keeps the command from doing what it was asked. */
    void error(String text) {
        terminal.err().println(text);
    }

    /** A line as it is. */
    void line(String text) {
        if (detail != Detail.LITTLE) {
            terminal.err().println(text);
        }
    }

    /** For which platform a text was compiled that may be written for several; said where it is another than before. */
    void platform(Platform platform) {
        if (!lastSaid.equals(Optional.of(platform))) {
            note("read as a query for " + platform.label() + "; --platform NAME decides otherwise");
            lastSaid = Optional.of(platform);
        }
    }

    /** True if every detail is wanted. */
    boolean areVerbose() {
        return detail == Detail.ALL;
    }

    /** Names in one line: all of them if there are few, or if every detail is wanted. */
    String names(List<String> names) {
        return names(names, detail == Detail.ALL ? names.size() : 5);
    }

    private static String names(List<String> names, int most) {
        return names.size() <= most
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 3)) + " and " + (names.size() - 3) + " more";
    }

    /** The warnings among the diagnostics: a single one with its place in the text, of several a line for each code. */
    void warnings(List<Diagnostic> diagnostics) {
        List<Diagnostic> warnings = diagnostics.stream()
                .filter(diagnostic -> diagnostic.code().severity() == Severity.WARNING
                        || diagnostic.code().severity() == Severity.INFO && detail == Detail.ALL)
                .toList();
        if (detail == Detail.ALL || warnings.size() == 1) {
            warnings.forEach(warning -> line(warning.render().stripTrailing()));
            return;
        }
        Map<String, List<Diagnostic>> byCode = warnings.stream()
                .collect(Collectors.groupingBy(
                        warning -> warning.code().name(), LinkedHashMap::new, Collectors.toList()));
        byCode.values().forEach(alike -> warning(summary(alike)));
        if (!warnings.isEmpty()) {
            note("--verbose shows each warning with its place, --quiet none");
        }
    }

    private String summary(List<Diagnostic> alike) {
        Diagnostic first = alike.get(0);
        List<String> sources = alike.stream()
                .map(diagnostic -> diagnostic.source().name())
                .distinct()
                .toList();
        String code = " [" + first.code().name() + "]";
        if (sources.size() > 1) {
            List<String> files = sources.stream().map(Notes::fileName).toList();
            String summary = first.code().summary();
            return Words.count(sources.size(), "file") + ": " + summary.substring(0, summary.length() - 1) + code + ": "
                    + names(files);
        }
        String more = alike.size() == 1 ? "" : " (and " + Words.count(alike.size() - 1, "more place") + ")";
        return place(first) + first.message() + more + code;
    }

    /** The errors among the diagnostics: a few with their places in the text, of many the first of each file. */
    void errors(List<Diagnostic> diagnostics) {
        List<Diagnostic> errors =
                diagnostics.stream().filter(Diagnostic::isError).toList();
        if (detail == Detail.ALL || errors.size() <= ERRORS_IN_FULL) {
            errors.forEach(error -> terminal.err().print(error.render()));
            return;
        }
        Map<String, List<Diagnostic>> byFile = errors.stream()
                .collect(
                        Collectors.groupingBy(error -> error.source().name(), LinkedHashMap::new, Collectors.toList()));
        byFile.values().forEach(ofOne -> {
            Diagnostic first = ofOne.get(0);
            String more = ofOne.size() == 1 ? "" : " (and " + Words.count(ofOne.size() - 1, "more error") + ")";
            terminal.err()
                    .println(place(first) + first.message() + more + " ["
                            + first.code().name() + "]");
        });
        note("'quarry check FILE' shows all that is wrong with a file, and so does --verbose");
    }

    private static String place(Diagnostic diagnostic) {
        int start = diagnostic.span().start();
        return diagnostic.source().name() + ":" + diagnostic.source().line(start) + ":"
                + diagnostic.source().column(start) + ": ";
    }

    private static String fileName(String source) {
        return source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
    }
}
