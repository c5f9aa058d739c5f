package io.quarry.kql.plugin;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The plugins that the platform has, implemented here or not. */
public final class Plugins {
    /** Plugins that run code or ask services outside of the query, which a query here does not reach. */
    private static final Set<String> EXTERNAL = Set.of(
            "ai_chat_completion",
            "ai_chat_completion_prompt",
            "ai_embed_text",
            "ai_embeddings",
            "azure_digital_twins_query_request",
            "cosmosdb_sql_request",
            "csharp",
            "dax_request",
            "execute_query",
            "execute_show_command",
            "http_request",
            "http_request_post",
            "infer_storage_schema",
            "infer_storage_schema_with_suggestions",
            "mysql_request",
            "postgresql_request",
            "python",
            "r",
            "sql_request");

    /** Plugins that are known and not implemented. */
    private static final Set<String> MISSING = Set.of(
            "activity_engagement",
            "diffpatterns",
            "diffpatterns_text",
            "estimate_rows_count",
            "funnel_sequence",
            "funnel_sequence_completion",
            "geo_line_lookup",
            "geo_polygon_lookup",
            "new_activity_metrics",
            "schema_merge",
            "sequence_detect",
            "session_count");

    private static final Map<String, Entry> ENTRIES = Map.ofEntries(
            timeline("active_users_count", TimelinePlugin.ACTIVE_USERS),
            timeline("activity_counts_metrics", TimelinePlugin.ACTIVITY_COUNTS),
            timeline("activity_metrics", TimelinePlugin.ACTIVITY_METRICS),
            timeline("sliding_window_counts", TimelinePlugin.SLIDING_COUNTS),
            fixed(
                    "autocluster",
                    AutoclusterPlugin::apply,
                    "SizeWeight?",
                    "WeightColumn?",
                    "NumSeeds?",
                    "CustomWildcard..."),
            declarable(
                    "bag_unpack",
                    BagUnpackPlugin::apply,
                    "Column",
                    "OutputColumnPrefix?",
                    "columnsConflict?",
                    "ignoredProperties?"),
            fixed("basket", BasketPlugin::apply, "Threshold?", "WeightColumn?", "MaxDimensions?", "CustomWildcard..."),
            fixed("dcount_intersect", DcountIntersectPlugin::apply, "hll..."),
            fixed(
                    "ipv4_lookup",
                    IpLookupPlugin::ipv4,
                    "LookupTable",
                    "SourceIPv4Key",
                    "LookupKey",
                    "ExtraKey...",
                    "return_unmatched?"),
            fixed(
                    "ipv6_lookup",
                    IpLookupPlugin::ipv6,
                    "LookupTable",
                    "SourceIPv6Key",
                    "LookupKey",
                    "return_unmatched?"),
            fixed("narrow", NarrowPlugin::apply),
            declarable("pivot", PivotPlugin::apply, "pivotColumn", "aggregationFunction?", "column..."),
            fixed(PreviewPlugin.NAME, PreviewPlugin::misplaced, "NumberOfRows"),
            fixed(
                    "rolling_percentile",
                    RollingPercentilePlugin::apply,
                    "ValueColumn",
                    "Percentile",
                    "IndexColumn",
                    "BinSize",
                    "BinsPerWindow",
                    "dim..."),
            fixed("rows_near", RowsNearPlugin::apply, "Condition", "NumRows", "RowsAfter?"));

    /**
     * A plugin.
     *
     * @param parameters the names of its parameters: {@code a}, {@code a?} for one that may be left out, {@code a...} for
     *     as many as are written
     * @param output whether a query may say which columns come out
     */
    public record Entry(Plugin plugin, List<String> parameters, Output output) {}

    /** Whether a query may declare the columns that come out. */
    public enum Output {
        FIXED,
        DECLARABLE
    }

    private Plugins() {}

    private static Map.Entry<String, Entry> timeline(String name, TimelinePlugin plugin) {
        return Map.entry(name, new Entry(plugin, plugin.parameters(), Output.FIXED));
    }

    private static Map.Entry<String, Entry> fixed(String name, Plugin plugin, String... parameters) {
        return Map.entry(name, new Entry(plugin, Arrays.asList(parameters), Output.FIXED));
    }

    private static Map.Entry<String, Entry> declarable(String name, Plugin plugin, String... parameters) {
        return Map.entry(name, new Entry(plugin, Arrays.asList(parameters), Output.DECLARABLE));
    }

    public static Optional<Entry> find(String name) {
        return Optional.ofNullable(ENTRIES.get(name));
    }

    public static boolean isExternal(String name) {
        return EXTERNAL.contains(name);
    }

    public static Set<String> names() {
        Set<String> names = new TreeSet<>(ENTRIES.keySet());
        names.addAll(EXTERNAL);
        names.addAll(MISSING);
        return names;
    }
}
