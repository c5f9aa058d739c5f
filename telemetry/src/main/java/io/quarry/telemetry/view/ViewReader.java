package io.quarry.telemetry.view;

import io.quarry.data.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads views from YAML. What a file may say is described in {@code README.md} beside the files. Every mistake is an {@link
 * IllegalArgumentException} that begins with file and line.
 */
final class ViewReader {
    private static final Set<String> VIEW = Set.of("table", "platforms", "use", "fields", "columns", "rows");
    private static final Set<String> PROCESSES = Set.of("starts", "ends", "parentTimeColumn");
    private static final Set<String> BLOCK = Set.of("process", "fields", "columns");
    private static final Set<String> RULE = Set.of(
            "name", "channel", "otherThan", "id", "when", "use", "process", "parent", "fields", "columns", "twins");
    private static final Set<String> REFERENCE = Set.of("guid", "pid", "image");
    private static final EventExpression NOTHING = event -> null;

    /** What several rules share. */
    private record Block(Optional<ProcessReference> process, Map<String, EventExpression> columns) {}

    private final Map<String, Block> blocks = new HashMap<>();

    /** @param shared the file of the blocks that views {@code use} */
    ViewReader(String file, String shared) {
        ViewNode.parse(file, shared).entries().forEach((name, node) -> {
            Map<String, ViewNode> parts = node.entries(BLOCK);
            blocks.put(name, new Block(reference(parts.get("process")), own(parts)));
        });
    }

    View view(String file, String yaml) {
        ViewNode root = ViewNode.parse(file, yaml);
        Map<String, ViewNode> parts = root.entries(VIEW);
        Set<Platform> platforms = new HashSet<>();
        for (ViewNode platform : required(root, parts, "platforms").items()) {
            platforms.add(Platform.ofLabel(platform.text())
                    .orElseThrow(() -> platform.error("no platform '" + platform.text() + "'")));
        }
        Block common = common(parts);
        List<RowRule> rows = new ArrayList<>();
        for (ViewNode rule : required(root, parts, "rows").items()) {
            rows.add(rule(rule, common));
        }
        return new View(required(root, parts, "table").text(), platforms, rows);
    }

    ProcessView processes(String file, String yaml) {
        ViewNode root = ViewNode.parse(file, yaml);
        Map<String, ViewNode> parts = root.entries(PROCESSES);
        Block none = new Block(Optional.empty(), Map.of());
        List<RowRule> starts = new ArrayList<>();
        for (ViewNode start : required(root, parts, "starts").items()) {
            RowRule rule = rule(start, none);
            if (rule.process().isEmpty()) {
                throw start.error("a start needs a 'process'");
            }
            starts.add(rule);
        }
        List<RowRule> ends = new ArrayList<>();
        for (ViewNode end : required(root, parts, "ends").items()) {
            ends.add(rule(end, none));
        }
        return new ProcessView(
                starts, ends, required(root, parts, "parentTimeColumn").text());
    }

    private RowRule rule(ViewNode node, Block common) {
        Map<String, ViewNode> parts = node.entries(RULE);
        Block own = common(parts);
        Map<String, EventExpression> columns = new LinkedHashMap<>(common.columns());
        columns.putAll(own.columns());
        return new RowRule(
                match(parts),
                reference(parts.get("process")).or(own::process).or(common::process),
                reference(parts.get("parent")),
                columns,
                twins(parts.get("twins")));
    }

    private static EventMatch match(Map<String, ViewNode> parts) {
        Set<Integer> ids = new HashSet<>();
        if (parts.containsKey("id")) {
            parts.get("id").items().forEach(id -> ids.add(id.number()));
        }
        Map<String, Set<String>> conditions = new HashMap<>();
        if (parts.containsKey("when")) {
            parts.get("when")
                    .entries()
                    .forEach((field, values) -> conditions.put(
                            field,
                            values.items().stream()
                                    .map(value -> value.text().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.toSet())));
        }
        return new EventMatch(text(parts, "channel"), text(parts, "otherThan"), ids, conditions);
    }

    private static String text(Map<String, ViewNode> parts, String key) {
        return parts.containsKey(key) ? parts.get(key).text() : "";
    }

    private static RowRule.Twin twins(ViewNode node) {
        if (node == null) {
            return RowRule.Twin.KEEP;
        }
        return switch (node.text()) {
            case "keep" -> RowRule.Twin.KEEP;
            case "drop" -> RowRule.Twin.DROP;
            default -> throw node.error("expected keep or drop, found '" + node.text() + "'");
        };
    }

    /** The blocks that are used, in order, and the columns that stand beside; what comes later wins. */
    private Block common(Map<String, ViewNode> parts) {
        Map<String, EventExpression> columns = new LinkedHashMap<>();
        Optional<ProcessReference> process = Optional.empty();
        if (parts.containsKey("use")) {
            for (ViewNode name : parts.get("use").items()) {
                Block block = blocks.get(name.text());
                if (block == null) {
                    throw name.error("no block '" + name.text() + "'");
                }
                columns.putAll(block.columns());
                process = block.process().isPresent() ? block.process() : process;
            }
        }
        columns.putAll(own(parts));
        return new Block(process, columns);
    }

    private static Optional<ProcessReference> reference(ViewNode node) {
        if (node == null) {
            return Optional.empty();
        }
        Map<String, ViewNode> parts = node.entries(REFERENCE);
        return Optional.of(new ProcessReference(part(parts, "guid"), part(parts, "pid"), part(parts, "image")));
    }

    private static EventExpression part(Map<String, ViewNode> parts, String name) {
        return parts.containsKey(name) ? expression(parts.get(name)) : NOTHING;
    }

    /** The columns that stand here: fields under their own names, and those that say what they hold. */
    private static Map<String, EventExpression> own(Map<String, ViewNode> parts) {
        Map<String, EventExpression> columns = new LinkedHashMap<>();
        if (parts.containsKey("fields")) {
            parts.get("fields").items().forEach(field -> columns.put(field.text(), expression(field)));
        }
        columns.putAll(columns(parts.get("columns")));
        return columns;
    }

    private static Map<String, EventExpression> columns(ViewNode node) {
        Map<String, EventExpression> columns = new LinkedHashMap<>();
        if (node != null) {
            node.entries().forEach((name, value) -> columns.put(name, expression(value)));
        }
        return columns;
    }

    private static EventExpression expression(ViewNode node) {
        if (node.isMap()) {
            return new Bag(columns(node));
        }
        try {
            return ExpressionParser.parse(node.text());
        } catch (IllegalArgumentException e) {
            throw node.error(e.getMessage());
        }
    }

    private static ViewNode required(ViewNode root, Map<String, ViewNode> parts, String key) {
        if (!parts.containsKey(key)) {
            throw root.error("expected '" + key + "'");
        }
        return parts.get(key);
    }
}
