package io.quarry.telemetry.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A node of a view's YAML that knows its place; whatever is wrong with it is said with file and line. */
final class ViewNode {
    private final String file;
    private final Node node;

    private ViewNode(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** @throws IllegalArgumentException if the text is no YAML document */
    static ViewNode parse(String file, String yaml) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(false)
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(yaml);
            return new ViewNode(
                    file,
                    root.orElseThrow(() -> new IllegalArgumentException(file + ":1: expected a view, found nothing")));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new IllegalArgumentException(file + ":" + line + ": " + e.getProblem(), e);
        }
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    /** The entries of a map, in order. */
    Map<String, ViewNode> entries() {
        if (!(node instanceof MappingNode map)) {
            throw error("expected a map");
        }
        Map<String, ViewNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            ViewNode key = new ViewNode(file, tuple.getKeyNode());
            if (entries.put(key.text(), new ViewNode(file, tuple.getValueNode())) != null) {
                throw key.error("'" + key.text() + "' stands here twice");
            }
        }
        return entries;
    }

    /** The entries of a map that may have these keys only. */
    Map<String, ViewNode> entries(Set<String> allowed) {
        Map<String, ViewNode> entries = entries();
        entries.forEach((key, value) -> {
            if (!allowed.contains(key)) {
                throw value.error("unexpected '" + key + "', expected one of "
                        + String.join(", ", allowed.stream().sorted().toList()));
            }
        });
        return entries;
    }

    /** The items of a list; a single node is a list of itself. */
    List<ViewNode> items() {
        if (!(node instanceof SequenceNode list)) {
            return List.of(this);
        }
        List<ViewNode> items = new ArrayList<>();
        list.getValue().forEach(item -> items.add(new ViewNode(file, item)));
        return items;
    }

    /** The text of a scalar as it is written. */
    String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw error("expected a single value");
        }
        return scalar.getValue();
    }

    int number() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw error("expected a number, found '" + text() + "'");
        }
    }

    /** An error at this node, to be thrown. */
    IllegalArgumentException error(String message) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        return new IllegalArgumentException(file + ":" + line + ": " + message);
    }
}
