package io.quarry.cli;

import io.quarry.data.Platform;
import io.quarry.detect.hunt.Scans;
import io.quarry.detect.rule.QueryContext;
import io.quarry.detect.rule.Rule;
import io.quarry.detect.rule.RuleFile;
import io.quarry.detect.rule.RuleFiles;
import io.quarry.detect.rule.SourceFiles;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Draft;
import io.quarry.plan.QueryException;
import io.quarry.plan.SourceText;
import io.quarry.telemetry.view.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/**
 * The query that a command line gives, as its first argument, in a file or on standard input.
 *
 * @param platforms those that it may be written for, likeliest first
 * @param parameters the values given for the parameters that it declares and the placeholders in it, by name
 */
record QueryText(SourceText source, List<Platform> platforms, Map<String, String> parameters) {
    private static final String STANDARD_INPUT = "-";

    /** Those that KQL may be written for, likeliest first. */
    static final List<Platform> KQL_PLATFORMS = List.of(Platform.DEFENDER, Platform.SENTINEL, Platform.UNIFIED);

    static Option parameter() {
        return Option.builder()
                .longOpt("param")
                .hasArg()
                .argName("NAME=VALUE")
                .desc("the value of a parameter that the query declares, or of a placeholder in it; once for each")
                .get();
    }

    static Option language() {
        return Option.builder("l")
                .longOpt("language")
                .hasArg()
                .argName("LANGUAGE")
                .desc("kql (default) or aql")
                .get();
    }

    static Option file() {
        return Option.builder("q")
                .longOpt("query-file")
                .hasArg()
                .argName("FILE")
                .desc(
                        "read the query from a file, whose ending (.kql, .aql) says the language, or from standard input (-)")
                .get();
    }

    /**
     * @throws UsageException if there is no query, or its language does not go with the platform
     */
    static QueryText of(CommandLine arguments, Terminal terminal) throws IOException {
        SourceText source = source(arguments, terminal);
        return new QueryText(source, platforms(arguments), parameters(arguments));
    }

    /**
     * The platforms that queries may be written for, likeliest first.
     *
     * @throws UsageException if their language does not go with the platform that is named
     */
    static List<Platform> platforms(CommandLine arguments) {
        Set<Platform> allowed = CommonOptions.platforms(arguments);
        List<Platform> platforms =
                platformsOf(arguments).stream().filter(allowed::contains).toList();
        if (platforms.isEmpty()) {
            throw new UsageException(
                    "--platform " + arguments.getOptionValue("platform") + " does not go with the language");
        }
        return platforms;
    }

    private static SourceText source(CommandLine arguments, Terminal terminal) throws IOException {
        List<String> rest = arguments.getArgList();
        if (arguments.hasOption("q")) {
            String file = arguments.getOptionValue("q");
            if (!file.equals(STANDARD_INPUT)) {
                return SourceFiles.read(Path.of(file));
            }
            if (rest.contains(STANDARD_INPUT)) {
                throw new UsageException("standard input holds the query or the events, not both");
            }
            return SourceFiles.decode("standard input", terminal.in().readAllBytes());
        }
        if (rest.isEmpty()) {
            throw new UsageException("no query given; expected a text, or -q FILE");
        }
        if (isFile(rest.get(0))) {
            throw new UsageException("'" + rest.get(0) + "' stands where a query was expected; -q " + rest.get(0)
                    + " reads the query of that file");
        }
        return new SourceText("query", rest.get(0));
    }

    private static boolean isFile(String text) {
        try {
            return Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The values given for parameters and placeholders, by name. */
    static Map<String, String> parameters(CommandLine arguments) {
        Map<String, String> parameters = new HashMap<>();
        String[] given = arguments.getOptionValues("param");
        for (String parameter : given == null ? new String[0] : given) {
            int equals = parameter.indexOf('=');
            if (equals < 1) {
                throw new UsageException("--param is '" + parameter + "', expected NAME=VALUE");
            }
            parameters.put(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return parameters;
    }

    /** The arguments after the query. */
    static List<String> rest(CommandLine arguments) {
        List<String> all = arguments.getArgList();
        return arguments.hasOption("q") ? all : all.subList(1, all.size());
    }

    /**
     * The query compiled; what is to be said of it goes to the notes.
     *
     * @param context what it may read beside the telemetry
     * @throws QueryException if it is wrong, or a template without values
     */
    RuleFile compile(Notes notes, QueryContext context) {
        RuleFile file = RuleFiles.compileForFirst(platforms, source, parameters, context);
        if (platforms.size() > 1 && isOfPlatform(file)) {
            notes.platform(file.platform());
        }
        if (file.hasErrors()) {
            if (platforms.equals(KQL_PLATFORMS)
                    && source.text().strip().toLowerCase(Locale.ROOT).startsWith("select ")) {
                notes.note(
                        "the text begins like AQL, and is read as KQL; -l aql reads it as AQL, in the shell .platform qradar");
            }
            throw new QueryException(file.diagnostics());
        }
        for (Rule rule : file.rules()) {
            if (rule.draft() instanceof Draft.Template template) {
                throw new QueryException(template.missing());
            }
        }
        notes.warnings(file.diagnostics());
        return file;
    }

    /** False where the platform makes no difference: no table of it is read, or the text is not even in the language. */
    private static boolean isOfPlatform(RuleFile file) {
        if (file.hasErrors()) {
            return file.diagnostics().stream().noneMatch(diagnostic -> diagnostic.code() == CommonCode.SYNTAX);
        }
        return file.rules().stream()
                .flatMap(rule -> rule.draft().reads().stream())
                .anyMatch(plan -> !Scans.addTo(Needs.none(), plan).tables().isEmpty());
    }

    /** The platforms of the language, which its option, the ending of the query's file or the named platform tells. */
    static List<Platform> platformsOf(CommandLine arguments) {
        String language = arguments.getOptionValue("l");
        if (language == null && arguments.hasOption("q")) {
            List<Platform> byName = RuleFiles.platforms(Path.of(arguments.getOptionValue("q")));
            if (!byName.isEmpty()) {
                return byName;
            }
        }
        if (language == null && Platform.QRADAR.label().equals(arguments.getOptionValue("platform"))) {
            return List.of(Platform.QRADAR);
        }
        return switch (language == null ? "kql" : language) {
            case "kql" -> KQL_PLATFORMS;
            case "aql" -> List.of(Platform.QRADAR);
            default -> throw new UsageException("-l is '" + language + "', expected kql or aql");
        };
    }
}
