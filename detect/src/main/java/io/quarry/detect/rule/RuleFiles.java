package io.quarry.detect.rule;

import io.quarry.aql.Aql;
import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.aql.catalog.AqlType;
import io.quarry.data.Platform;
import io.quarry.data.TableName;
import io.quarry.detect.DetectCode;
import io.quarry.kql.Kql;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.plan.Compilation;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Draft;
import io.quarry.plan.QueryException;
import io.quarry.plan.Repair;
import io.quarry.plan.SourceText;
import io.quarry.sigma.Sigma;
import io.quarry.sigma.SigmaFile;
import io.quarry.telemetry.view.CustomProperty;
import io.quarry.telemetry.view.Views;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compiles texts for platforms: the one place that knows which language belongs to which. */
public final class RuleFiles {
    private RuleFiles() {}

    /** The text compiled as it is. */
    public static RuleFile compile(Platform platform, SourceText source) {
        return compile(platform, source, QueryContext.UNKNOWN);
    }

    /** The text, which is to run in this context, compiled as it is. */
    public static RuleFile compile(Platform platform, SourceText source, QueryContext context) {
        return compile(platform, source, List.of(), context);
    }

    /** The text compiled after all repairs that its diagnostics offer. */
    public static RuleFile compileRepaired(Platform platform, SourceText source, QueryContext context) {
        Repairs repairs =
                Repairs.of(source, text -> compile(platform, text, context).diagnostics());
        return compile(platform, repairs.source(), repairs.applied(), context);
    }

    /** What is wrong with a text on a platform. */
    public static List<Diagnostic> diagnostics(Platform platform, SourceText source) {
        return compile(platform, source).diagnostics();
    }

    /**
     * The platforms that files of that name are written for, likeliest first: KQL for Defender, Sentinel or both
     * together, AQL for QRadar, YAML for Sigma. Empty if the ending is none of theirs.
     */
    public static List<Platform> platforms(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "kql", "csl", "kusto" -> List.of(Platform.DEFENDER, Platform.SENTINEL, Platform.UNIFIED);
            case "aql" -> List.of(Platform.QRADAR);
            case "yml", "yaml" -> List.of(Platform.SIGMA);
            default -> List.of();
        };
    }

    /**
     * True if a file that nobody named, but that stands in a folder, is a query or rules. YAML is used for much else, so its
     * content decides; what cannot be read is left for who reads it to report.
     */
    public static boolean isRuleFile(Path file) {
        List<Platform> platforms = platforms(file);
        if (!platforms.equals(List.of(Platform.SIGMA))) {
            return !platforms.isEmpty();
        }
        try {
            return Sigma.holdsRules(SourceFiles.read(file));
        } catch (IOException | QueryException e) {
            return true;
        }
    }

    /**
     * The text compiled for the first platform that accepts it, else for the one that it {@linkplain #distance fits} best.
     *
     * @param platforms at least one
     * @param context what it may read beside the telemetry
     */
    public static RuleFile compileForFirst(
            List<Platform> platforms, SourceText source, RepairMode mode, QueryContext context) {
        return firstOf(
                platforms,
                platform -> mode == RepairMode.REPAIR
                        ? compileRepaired(platform, source, context)
                        : compile(platform, source, context));
    }

    /**
     * The text compiled for the first platform that accepts it, else for the one that it {@linkplain #distance fits} best.
     *
     * @param parameters the values of the parameters that a query declares and of the placeholders in it, as texts by name
     * @param context what it may read beside the telemetry
     */
    public static RuleFile compileForFirst(
            List<Platform> platforms, SourceText source, Map<String, String> parameters, QueryContext context) {
        return firstOf(platforms, platform -> switch (platform) {
            case DEFENDER, SENTINEL, UNIFIED ->
                ofQuery(
                        platform,
                        source,
                        Kql.compile(
                                source,
                                catalog(platform).withParameters(parameters).reading(context.sideInputs())),
                        List.of());
            case QRADAR ->
                ofQuery(platform, source, Aql.compile(source, catalog(context).withParameters(parameters)), List.of())
                        .with(context.properties());
            case SIGMA -> compile(platform, source, context);
        });
    }

    private static RuleFile firstOf(List<Platform> platforms, Function<Platform, RuleFile> compiler) {
        RuleFile nearest = null;
        for (Platform platform : platforms) {
            RuleFile file = compiler.apply(platform);
            if (!file.hasErrors()) {
                return file;
            }
            nearest = nearest == null || distance(file) < distance(nearest) ? file : nearest;
        }
        return nearest;
    }

    /**
     * How far a text is from what a platform accepts. One that lacks only files is nearest; a table or function that the platform
     * does not have speaks more against it than any number of other errors.
     */
    private static long distance(RuleFile file) {
        List<Diagnostic> errors =
                file.diagnostics().stream().filter(Diagnostic::isError).toList();
        long missing = errors.stream()
                .filter(error -> error.code() == KqlCode.UNKNOWN_TABLE || error.code() == KqlCode.UNKNOWN_FUNCTION)
                .count();
        long others = errors.stream()
                .filter(error -> error.code() != DetectCode.MISSING_INPUT)
                .count();
        return missing * Integer.MAX_VALUE + others;
    }

    /** Whether texts are repaired before they run. */
    public enum RepairMode {
        AS_WRITTEN,
        REPAIR
    }

    private static RuleFile compile(Platform platform, SourceText source, List<Repair> repaired, QueryContext context) {
        return switch (platform) {
            case DEFENDER, SENTINEL, UNIFIED ->
                ofQuery(
                        platform,
                        source,
                        Kql.compile(source, catalog(platform).reading(context.sideInputs())),
                        repaired);
            case QRADAR ->
                ofQuery(platform, source, Aql.compile(source, catalog(context)), repaired)
                        .with(context.properties());
            case SIGMA -> {
                SigmaFile file = Sigma.read(source);
                List<Rule> rules = file.rules().stream()
                        .map(rule -> new Rule(
                                rule.id(),
                                rule.title(),
                                stated(rule.attribute("branch")),
                                stated(rule.level()),
                                new Draft.Complete(rule.plan())))
                        .toList();
                yield new RuleFile(platform, source, rules, file.diagnostics(), repaired, List.of());
            }
        };
    }

    /** The platform's tables, with rows in those that telemetry can fill. */
    private static KqlCatalog catalog(Platform platform) {
        return KqlCatalog.of(platform)
                .withRowsIn(Views.shipped().tables().stream()
                        .filter(table -> table.platform() == platform)
                        .map(TableName::name)
                        .collect(Collectors.toSet()));
    }

    private static AqlCatalog catalog(QueryContext context) {
        Map<String, AqlType> properties = new LinkedHashMap<>();
        context.properties().forEach(property -> properties.put(property.name(), type(property.kind())));
        return AqlCatalog.standard()
                .with(context.readings())
                .reading(context.reference())
                .withProperties(properties);
    }

    /** The type that AQL takes values of a property for. */
    public static AqlType type(CustomProperty.Kind kind) {
        return switch (kind) {
            case TEXT -> AqlType.STRING;
            case NUMBER -> AqlType.DOUBLE;
            case IP -> AqlType.IP;
            case PORT -> AqlType.PORT;
            case TIME -> AqlType.TIME;
        };
    }

    private static RuleFile ofQuery(
            Platform platform, SourceText source, Compilation compilation, List<Repair> repaired) {
        String name = Path.of(source.name()).getFileName().toString();
        boolean isOne = compilation.results().size() == 1;
        List<Rule> rules = compilation.results().stream()
                .map(result -> new Rule(
                        isOne ? name : name + "#" + result.name(),
                        isOne ? name : result.name(),
                        Optional.empty(),
                        Optional.empty(),
                        result.draft()))
                .toList();
        return new RuleFile(platform, source, rules, compilation.diagnostics(), repaired, List.of());
    }

    private static Optional<String> stated(String attribute) {
        return Optional.of(attribute).filter(text -> !text.isEmpty());
    }
}
