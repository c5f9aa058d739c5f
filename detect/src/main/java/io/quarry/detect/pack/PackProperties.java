package io.quarry.detect.pack;

import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.aql.catalog.AqlColumn;
import io.quarry.aql.catalog.AqlType;
import io.quarry.detect.pack.Pack.DeclaredProperty;
import io.quarry.detect.rule.RuleFiles;
import io.quarry.detect.yaml.YamlMap;
import io.quarry.telemetry.view.CustomProperty;
import io.quarry.telemetry.view.CustomProperty.Fields;
import io.quarry.telemetry.view.CustomProperty.Kind;
import io.quarry.telemetry.view.CustomProperty.Regex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a pack declares under {@code properties}. */
final class PackProperties {
    private PackProperties() {}

    /**
     * @throws io.quarry.plan.QueryException if a declaration is wrong, or contradicts what is known
     */
    static List<DeclaredProperty> of(YamlMap root) {
        Map<String, AqlType> types = new HashMap<>();
        List<DeclaredProperty> properties = new ArrayList<>();
        for (YamlMap map : root.maps("properties")) {
            CustomProperty property = property(map);
            AqlType type = RuleFiles.type(property.kind());
            AqlType known = known(map, property.name())
                    .map(AqlColumn::type)
                    .orElse(types.getOrDefault(property.name().toLowerCase(Locale.ROOT), type));
            if (known != type) {
                throw map.wrong(
                        map.has("type") ? "type" : "name",
                        "'" + property.name() + "' is "
                                + type.name().toLowerCase(Locale.ROOT) + " here, and known as "
                                + known.name().toLowerCase(Locale.ROOT));
            }
            types.put(property.name().toLowerCase(Locale.ROOT), type);
            properties.add(new DeclaredProperty(property, map.source(), map.span(map.has("type") ? "type" : "name")));
        }
        return properties;
    }

    private static Optional<AqlColumn> known(YamlMap map, String name) {
        Optional<AqlColumn> known =
                AqlCatalog.standard().table("events").orElseThrow().columns().bare(name);
        if (known.isPresent() && known.get().origin() == AqlColumn.Origin.BUILT_IN) {
            throw map.wrong("name", "'" + name + "' is a column that QRadar fills itself, not a custom property");
        }
        return known;
    }

    private static CustomProperty property(YamlMap map) {
        map.only("name", "type", "regex", "group", "field", "log-source-types");
        if (map.has("regex") == map.has("field")) {
            throw map.failure("a property has either a 'regex' over the payload or a 'field'");
        }
        Kind kind = map.has("type") ? map.constant("type", Kind.class) : Kind.TEXT;
        return new CustomProperty(map.text("name"), kind, logSourceTypes(map), source(map));
    }

    private static CustomProperty.Source source(YamlMap map) {
        if (map.has("field")) {
            return map.parsed("field", "a field or a transform of fields", Fields::new);
        }
        int group = map.has("group") ? map.parsed("group", "the number of a group", Integer::parseInt) : 1;
        try {
            return new Regex(map.text("regex"), group);
        } catch (IllegalArgumentException | com.google.re2j.PatternSyntaxException e) {
            throw map.wrong("regex", "'regex' cannot be used: " + e.getMessage());
        }
    }

    private static Set<Long> logSourceTypes(YamlMap map) {
        Set<Long> types = new HashSet<>();
        for (String text : map.texts("log-source-types")) {
            if (!text.matches("\\d{1,9}")) {
                throw map.wrong("log-source-types", "'" + text + "' is no number of a type of log sources");
            }
            types.add(Long.parseLong(text));
        }
        return types;
    }
}
