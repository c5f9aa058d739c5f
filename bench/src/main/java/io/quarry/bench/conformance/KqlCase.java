package io.quarry.bench.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A recorded query with its answer.
 *
 * @param columns the names of the answer's columns; none where the recording engine refused the query
 * @param rows the cells as they were printed, null for null
 */
record KqlCase(String id, String query, List<String> columns, List<List<String>> rows, Order order, Area area) {
    /** Whether the order of the rows belongs to the answer. */
    enum Order {
        ORDERED,
        UNORDERED
    }

    /** What a query is about. */
    enum Area {
        TABLES,
        /** Shapes on the earth, and graphs. */
        SHAPES_AND_GRAPHS
    }

    /** Tags of what has no one answer, or whose answer is not all there. */
    private static final Set<String> INCOMPARABLE =
            Set.of("nondeterministic", "truncated", "approximate", "partial", "control_command", "arbitrary_rows");

    private static final Pattern SHAPES_AND_GRAPHS = Pattern.compile("\\bgeo_|\\bmake-graph\\b|\\bgraph[-(]");

    /** The case of a line; empty for those that cannot be compared. */
    static Optional<KqlCase> read(Map<?, ?> node) {
        List<?> tags = node.get("tags") instanceof List<?> list ? list : List.of();
        boolean error = tags.contains("error");
        boolean comparable = node.get("rows") instanceof List<?> && node.get("columns") instanceof List<?>;
        boolean documentation = node.containsKey("page");
        boolean skipped =
                tags.stream().anyMatch(INCOMPARABLE::contains) || documentation && !tags.contains("self_contained");
        if (skipped || !comparable && !error) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        if (comparable) {
            ((List<?>) node.get("rows")).forEach(row -> rows.add(texts((List<?>) row)));
        }
        List<String> columns = error || !comparable ? List.of() : texts((List<?>) node.get("columns"));
        String query = String.valueOf(node.get("query"));
        return Optional.of(new KqlCase(
                String.valueOf(node.get("id")),
                query,
                columns,
                rows,
                tags.contains("ordered") ? Order.ORDERED : Order.UNORDERED,
                tags.contains("graph") || SHAPES_AND_GRAPHS.matcher(query).find()
                        ? Area.SHAPES_AND_GRAPHS
                        : Area.TABLES));
    }

    boolean isError() {
        return columns.isEmpty();
    }

    private static List<String> texts(List<?> cells) {
        List<String> texts = new ArrayList<>();
        cells.forEach(cell -> texts.add(cell == null ? null : String.valueOf(cell)));
        return texts;
    }
}
