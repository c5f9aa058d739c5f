package io.quarry.kql.source;

import io.quarry.data.TableName;
import io.quarry.data.Type;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.FunctionCalls;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.kql.diagnostic.Problems;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.Scope;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.QueryParser;
import io.quarry.kql.syntax.Statement;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sentinel's parsers of normalized events ({@code _Im_ProcessEvent}): all names of a schema read one table, that of the
 * schema, and filter it by their arguments. What a filter does is written in {@code asim.kql}.
 */
public final class AsimParsers {
    private static final String RESOURCE = "asim.kql";
    private static final String PROCESS = "ProcessEvent";

    /** What stands before the schema in a parser's name. */
    private static final String PREFIXES = "^(_Im_|_ASim_|im|ASim)";

    /** Schemas by names that are not theirs. */
    private static final Map<String, String> SCHEMAS = Map.of(
            "Process", PROCESS, "ProcessCreate", PROCESS, "ProcessTerminate", PROCESS, "Registry", "RegistryEvent");

    /** The type of event to which a parser keeps, by its name without prefix. */
    private static final Map<String, String> EVENT_TYPES =
            Map.of("ProcessCreate", "ProcessCreated", "ProcessTerminate", "ProcessTerminated");

    /** The functions of the resource, read when the first parser is named. */
    private static final class Functions {
        static final Map<String, Statement.LetFunction> BY_SCHEMA = read();

        private static Map<String, Statement.LetFunction> read() {
            try (InputStream in = AsimParsers.class.getResourceAsStream(RESOURCE)) {
                SourceText text = new SourceText(RESOURCE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
                return QueryParser.parse(new Problems(text)).stream()
                        .map(Statement.LetFunction.class::cast)
                        .collect(Collectors.toMap(function -> function.name().name(), Function.identity()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final Analysis analysis;

    public AsimParsers(Analysis analysis) {
        this.analysis = analysis;
    }

    public Relation read(Expression.Call call, KqlCatalog.Entry entry) {
        String name = entry.name().name().replaceFirst(PREFIXES, "");
        String schema = SCHEMAS.getOrDefault(name, name);
        Statement.LetFunction filters = Functions.BY_SCHEMA.get(schema);
        if (filters == null) {
            throw new IllegalStateException("no filters for the parser " + entry.name());
        }
        TableName table = new TableName(entry.name().platform(), "_Im_" + schema);
        Scope scope = Scope.empty();
        Relation rows = Relation.of(analysis.discovery().reading(new Plan.Scan(table, entry.schema())));
        scope.bind("rows", new Scope.Table(rows));
        String type = EVENT_TYPES.getOrDefault(name, "*");
        scope.bind("kept", new Scope.Value(Scalar.literal(Type.STRING, type), analysis.depth()));
        return new FunctionCalls(analysis)
                .shipped(call, new Scope.Function(filters, scope, Scope.Function.Result.TABLE), RESOURCE)
                .named(call.function().name());
    }
}
