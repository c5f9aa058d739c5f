package io.quarry.detect.yaml;

import io.quarry.detect.DetectCode;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.QueryException;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import io.quarry.plan.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of a YAML text, read strictly. Scalars are taken as the text that was written: {@code no} is the text
 * {@code no}. Every method that finds something else than it asks for throws a {@link QueryException} with the place.
 */
public final class YamlMap {
    private final SourceText source;
    private final MappingNode node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Span> keys = new LinkedHashMap<>();

    YamlMap(SourceText source, MappingNode node) {
        this.source = source;
        this.node = node;
        for (NodeTuple tuple : node.getValue()) {
            String key = scalar(tuple.getKeyNode(), "a key");
            Span span = YamlText.span(source, tuple.getKeyNode());
            if (values.put(key, tuple.getValueNode()) != null) {
                throw YamlText.failure(source, span, DetectCode.PACK_DUPLICATE_KEY, "'" + key + "' stands here twice");
            }
            keys.put(key, span);
        }
    }

    public SourceText source() {
        return source;
    }

    /** Where the mapping stands. */
    public Span span() {
        return YamlText.span(source, node);
    }

    /** The keys in source order. */
    public List<String> keys() {
        return List.copyOf(keys.keySet());
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** Where the value of a key stands; the mapping's own place if the key is absent. */
    public Span span(String key) {
        return has(key) ? YamlText.span(source, values.get(key)) : span();
    }

    /** Refuses every key but these, all at once, with suggestions. */
    public YamlMap only(String... allowed) {
        List<String> known = List.of(allowed);
        List<Diagnostic> unknown = new ArrayList<>();
        keys.forEach((key, span) -> {
            if (!known.contains(key)) {
                String[] hints = Suggestions.near(key, known).stream()
                        .map(name -> "did you mean '" + name + "'?")
                        .toArray(String[]::new);
                unknown.add(Diagnostic.of(
                        DetectCode.PACK_UNKNOWN_KEY, source, span, "nothing reads the key '" + key + "' here", hints));
            }
        });
        if (!unknown.isEmpty()) {
            throw new QueryException(unknown);
        }
        return this;
    }

    /** The text of a key that must be there. */
    public String text(String key) {
        return scalar(required(key), "'" + key + "'");
    }

    public Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** The texts of a list, or the one text that stands in its place; empty if the key is absent. */
    public List<String> texts(String key) {
        return nodes(key).stream()
                .map(each -> scalar(each, "each of '" + key + "'"))
                .toList();
    }

    /** Named texts, in source order; empty if the key is absent. */
    public Map<String, String> namedTexts(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        optionalMap(key).ifPresent(map -> map.keys().forEach(name -> texts.put(name, map.text(name))));
        return texts;
    }

    /** The mapping under a key that must be there. */
    public YamlMap map(String key) {
        return mapping(required(key), "'" + key + "'");
    }

    public Optional<YamlMap> optionalMap(String key) {
        return has(key) ? Optional.of(map(key)) : Optional.empty();
    }

    /** The mappings of a list, or the one mapping that stands in its place; empty if the key is absent. */
    public List<YamlMap> maps(String key) {
        return nodes(key).stream()
                .map(each -> mapping(each, "each of '" + key + "'"))
                .toList();
    }

    /** Named mappings, in source order; empty if the key is absent. */
    public Map<String, YamlMap> namedMaps(String key) {
        Map<String, YamlMap> maps = new LinkedHashMap<>();
        optionalMap(key).ifPresent(map -> map.keys().forEach(name -> maps.put(name, map.map(name))));
        return maps;
    }

    /** The YAML itself, for what another module reads. */
    public Node node(String key) {
        return required(key);
    }

    /** The constant whose name, in lower case, is the text of a key that must be there. */
    public <E extends Enum<E>> E constant(String key, Class<E> type) {
        return constant(required(key), key, type);
    }

    /** The constants that a list names; empty if the key is absent. */
    public <E extends Enum<E>> List<E> constants(String key, Class<E> type) {
        return nodes(key).stream().map(each -> constant(each, key, type)).toList();
    }

    /**
     * What a parser makes of the text of a key that must be there.
     *
     * @param kind what the text has to be, with its article: {@code a time}
     * @param parser throws an {@link IllegalArgumentException} or {@link java.time.DateTimeException} for other texts
     */
    public <T> T parsed(String key, String kind, Function<String, T> parser) {
        String text = text(key);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw wrong(key, "'" + key + "' is not " + kind + ": " + text);
        }
    }

    /** A failure at the value of a key. */
    public QueryException wrong(String key, String message, String... hints) {
        return YamlText.failure(source, span(key), DetectCode.PACK_WRONG_VALUE, message, hints);
    }

    /** A failure at the value of a key that should name one of the candidates. */
    public QueryException unknownName(String key, String message, Iterable<String> candidates) {
        List<String> known = new ArrayList<>();
        candidates.forEach(known::add);
        String[] hints = known.isEmpty() ? new String[0] : new String[] {"known are: " + String.join(", ", known)};
        return YamlText.failure(source, span(key), DetectCode.PACK_UNKNOWN_NAME, message, hints);
    }

    private Node required(String key) {
        Node value = values.get(key);
        if (value == null) {
            throw YamlText.failure(source, start(), DetectCode.PACK_MISSING_KEY, "no '" + key + "' here");
        }
        return value;
    }

    private Span start() {
        return keys.isEmpty() ? span() : keys.values().iterator().next();
    }

    private List<Node> nodes(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        return value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
    }

    private <E extends Enum<E>> E constant(Node value, String key, Class<E> type) {
        String text = scalar(value, "'" + key + "'");
        List<String> known = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = constant.name().toLowerCase(Locale.ROOT);
            if (name.equals(text)) {
                return constant;
            }
            known.add(name);
        }
        throw YamlText.failure(
                source,
                YamlText.span(source, value),
                DetectCode.PACK_WRONG_VALUE,
                "'" + key + "' is '" + text + "', expected one of: " + String.join(", ", known));
    }

    private String scalar(Node value, String what) {
        if (value instanceof ScalarNode text) {
            return text.getValue();
        }
        throw YamlText.failure(
                source, YamlText.span(source, value), DetectCode.PACK_WRONG_VALUE, what + " has to be one text");
    }

    private YamlMap mapping(Node value, String what) {
        if (value instanceof MappingNode map) {
            return new YamlMap(source, map);
        }
        throw YamlText.failure(
                source, YamlText.span(source, value), DetectCode.PACK_WRONG_VALUE, what + " has to be a mapping");
    }
}
