package io.quarry.bench.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recorded query with its answer.
 *
 * @param columns the names of the answer's columns; none where the recording engine refused the query
 * @param rows the cells as they were printed, null for null
 */
record KqlCase(String id, String query, List<String> columns, List<List<String>> rows, Order order) {
    /** Whether the order of the rows belongs to the answer. */
    enum Order {
        ORDERED,
        UNORDERED
    }

    /** The case of a line; empty for those that cannot be compared. */
    static Optional<KqlCase> read(Map<?, ?> node) {
        List<?> tags = node.get("tags") instanceof List<?> list ? list : List.of();
        boolean error = tags.contains("error");
        boolean comparable = node.get("rows") instanceof List<?> && node.get("columns") instanceof List<?>;
        boolean documentation = node.containsKey("page");
        boolean skipped = tags.contains("nondeterministic")
                || tags.contains("truncated")
                || tags.contains("approximate")
                || documentation && !tags.contains("self_contained")
                || tags.contains("partial")
                || tags.contains("control_command")
                || tags.contains("arbitrary_rows");
        if (skipped || !comparable && !error) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        if (comparable) {
            ((List<?>) node.get("rows")).forEach(row -> rows.add(texts((List<?>) row)));
        }
        List<String> columns = error || !comparable ? List.of() : texts((List<?>) node.get("columns"));
        return Optional.of(new KqlCase(
                String.valueOf(node.get("id")),
                String.valueOf(node.get("query")),
                columns,
                rows,
                tags.contains("ordered") ? Order.ORDERED : Order.UNORDERED));
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
