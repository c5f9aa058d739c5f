package io.quarry.detect.yaml;

import io.quarry.detect.DetectCode;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.QueryException;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import io.quarry.plan.Suggestions;
import io.quarry.sigma.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A mapping of a YAML text, read strictly. Scalars are taken as the text that was written: {@code no} is the text
 * {@code no}. Every method that finds something else than it asks for throws a {@link QueryException} with the place.
 */
public final class YamlMap {
    private final SourceText source;
    private final Yaml.Mapping mapping;
    private final Map<String, Yaml.Entry> entries = new LinkedHashMap<>();

    YamlMap(SourceText source, Yaml.Mapping mapping) {
        this.source = source;
        this.mapping = mapping;
        mapping.entries().forEach(entry -> entries.put(entry.key().text(), entry));
    }

    public SourceText source() {
        return source;
    }

    /** Where the mapping stands. */
    public Span span() {
        return mapping.span();
    }

    /** The keys in source order. */
    public List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Where the value of a key stands; the mapping's own place if the key is absent. */
    public Span span(String key) {
        return has(key) ? entries.get(key).value().span() : span();
    }

    /** Refuses every key but these, all at once, with suggestions. */
    public YamlMap only(String... allowed) {
        List<String> known = List.of(allowed);
        List<Diagnostic> unknown = new ArrayList<>();
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                String[] hints = Suggestions.near(key, known).stream()
                        .map(name -> "did you mean '" + name + "'?")
                        .toArray(String[]::new);
                Span span = entry.key().span();
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
        return values(key).stream()
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
        return values(key).stream()
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
    public Yaml yaml(String key) {
        return required(key);
    }

    /** The constant whose name, in lower case, is the text of a key that must be there. */
    public <E extends Enum<E>> E constant(String key, Class<E> type) {
        return constant(required(key), key, type);
    }

    /** The constants that a list names; empty if the key is absent. */
    public <E extends Enum<E>> List<E> constants(String key, Class<E> type) {
        return values(key).stream().map(each -> constant(each, key, type)).toList();
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

    /** A failure of the mapping as a whole. */
    public QueryException failure(String message) {
        return failure(DetectCode.PACK_WRONG_VALUE, message);
    }

    /** Of another kind. */
    public QueryException failure(DetectCode code, String message) {
        return YamlText.failure(source, span(), code, message);
    }

    /** A failure at the value of a key that should name one of the candidates. */
    public QueryException unknownName(String key, String message, Iterable<String> candidates) {
        List<String> known = new ArrayList<>();
        candidates.forEach(known::add);
        String[] hints = known.isEmpty() ? new String[0] : new String[] {"known are: " + String.join(", ", known)};
        return YamlText.failure(source, span(key), DetectCode.PACK_UNKNOWN_NAME, message, hints);
    }

    private Yaml required(String key) {
        Yaml.Entry entry = entries.get(key);
        if (entry == null) {
            throw YamlText.failure(source, start(), DetectCode.PACK_MISSING_KEY, "no '" + key + "' here");
        }
        return entry.value();
    }

    private Span start() {
        return entries.isEmpty() ? span() : mapping.entries().get(0).key().span();
    }

    private List<Yaml> values(String key) {
        if (!has(key)) {
            return List.of();
        }
        Yaml value = entries.get(key).value();
        return value instanceof Yaml.Sequence sequence ? sequence.items() : List.of(value);
    }

    private <E extends Enum<E>> E constant(Yaml value, String key, Class<E> type) {
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
                value.span(),
                DetectCode.PACK_WRONG_VALUE,
                "'" + key + "' is '" + text + "', expected one of: " + String.join(", ", known));
    }

    private String scalar(Yaml value, String what) {
        if (value instanceof Yaml.Scalar text) {
            return text.text();
        }
        throw YamlText.failure(source, value.span(), DetectCode.PACK_WRONG_VALUE, what + " has to be one text");
    }

    private YamlMap mapping(Yaml value, String what) {
        if (value instanceof Yaml.Mapping map) {
            return new YamlMap(source, map);
        }
        throw YamlText.failure(source, value.span(), DetectCode.PACK_WRONG_VALUE, what + " has to be a mapping");
    }
}
