package io.quarry.detect.reference;

import io.quarry.aql.reference.ElementType;
import io.quarry.aql.reference.ReferenceCollection;
import io.quarry.aql.reference.ReferenceCollection.Members;
import io.quarry.aql.reference.ReferenceCollection.MembersByKey;
import io.quarry.aql.reference.ReferenceCollection.Table;
import io.quarry.aql.reference.ReferenceCollection.Values;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kinds of reference data collections, each with the folder of its files. */
enum CollectionKind {
    SET("sets"),
    MAP("maps"),
    MAP_OF_SETS("maps-of-sets"),
    TABLE("tables");

    private static final String KEY = "key";

    private final String folder;

    CollectionKind(String folder) {
        this.folder = folder;
    }

    String folder() {
        return folder;
    }

    /** The collection in a file: CSV, JSON as QRadar's API gives it, or of a set a text with a value in each line. */
    ReferenceCollection read(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (this == SET && name.endsWith(".txt")) {
            List<String> lines =
                    NamedRows.text(file).lines().filter(line -> !line.isBlank()).toList();
            return new Members(ElementType.ALN, Set.copyOf(new HashSet<>(lines)));
        }
        return name.endsWith(".json") ? ofJson(file) : ofCsv(NamedRows.read(file));
    }

    private ReferenceCollection ofCsv(NamedRows csv) {
        Map<String, ElementType> columns = new LinkedHashMap<>();
        Map<String, String> written = new LinkedHashMap<>();
        for (String name : csv.names()) {
            int colon = name.lastIndexOf(':');
            String column = colon < 0 ? name : name.substring(0, colon).strip();
            columns.put(column, colon < 0 ? ElementType.ALN : type(csv.file(), name.substring(colon + 1)));
            written.put(column, name);
        }
        boolean hasKey = columns.remove(KEY) != null;
        boolean isOne = columns.size() == 1;
        if (hasKey == (this == SET) || columns.isEmpty() || this != TABLE && !isOne) {
            throw NamedRows.damaged(
                    csv.file(),
                    "the line of names is '" + String.join(",", csv.names()) + "', expected "
                            + switch (this) {
                                case SET -> "'value', or with a type 'value:IP'";
                                case MAP, MAP_OF_SETS -> "'key,value', or with a type 'key,value:IP'";
                                case TABLE -> "'key' and a name for each column, like 'key,owner,address:IP'";
                            });
        }
        return collection(csv, columns, written);
    }

    private ReferenceCollection collection(
            NamedRows csv, Map<String, ElementType> columns, Map<String, String> written) {
        String first = columns.keySet().iterator().next();
        Set<String> members = new HashSet<>();
        Map<String, String> values = new HashMap<>();
        Map<String, Set<String>> byKey = new HashMap<>();
        Map<String, Map<String, String>> rows = new HashMap<>();
        for (Map<String, Object> row : csv.rows()) {
            String value = csv.text(row, written.get(first)).orElse("");
            if (this == SET) {
                members.add(value);
                continue;
            }
            String key = csv.required(row, KEY);
            values.put(key, value);
            byKey.computeIfAbsent(key, absent -> new HashSet<>()).add(value);
            Map<String, String> cells = rows.computeIfAbsent(key, absent -> new HashMap<>());
            written.forEach((column, name) -> {
                if (!column.equals(KEY)) {
                    csv.text(row, name).ifPresent(cell -> cells.put(column, cell));
                }
            });
        }
        ElementType type = columns.get(first);
        return switch (this) {
            case SET -> new Members(type, members);
            case MAP -> new Values(type, values);
            case MAP_OF_SETS -> new MembersByKey(type, byKey);
            case TABLE -> new Table(columns, rows);
        };
    }

    private ReferenceCollection ofJson(Path file) {
        Object json = NamedRows.json(file);
        Map<?, ?> described = json instanceof Map<?, ?> bag && bag.containsKey("data") ? bag : Map.of();
        Object data = described.isEmpty() ? json : described.get("data");
        Object stated = described.get("element_type");
        ElementType type = stated == null ? ElementType.ALN : type(file, stated.toString());
        return switch (this) {
            case SET -> new Members(type, elements(file, data));
            case MAP -> {
                Map<String, String> values = new HashMap<>();
                object(file, data)
                        .forEach((key, value) -> element(value).ifPresent(text -> values.put(key.toString(), text)));
                yield new Values(type, values);
            }
            case MAP_OF_SETS -> {
                Map<String, Set<String>> members = new HashMap<>();
                object(file, data).forEach((key, value) -> members.put(key.toString(), elements(file, value)));
                yield new MembersByKey(type, members);
            }
            case TABLE -> table(file, described, object(file, data), type);
        };
    }

    private static Table table(Path file, Map<?, ?> described, Map<?, ?> data, ElementType type) {
        Map<String, ElementType> columns = new HashMap<>();
        if (described.get("key_name_types") instanceof Map<?, ?> types) {
            types.forEach((column, of) -> columns.put(column.toString(), type(file, String.valueOf(of))));
        }
        Map<String, Map<String, String>> rows = new HashMap<>();
        data.forEach((key, row) -> {
            Map<String, String> cells = new HashMap<>();
            object(file, row).forEach((column, value) -> {
                columns.putIfAbsent(column.toString(), type);
                element(value).ifPresent(text -> cells.put(column.toString(), text));
            });
            rows.put(key.toString(), cells);
        });
        return new Table(columns, rows);
    }

    private static Map<?, ?> object(Path file, Object json) {
        if (json instanceof Map<?, ?> object) {
            return object;
        }
        throw NamedRows.damaged(file, "expected an object of values by their keys");
    }

    private static Set<String> elements(Path file, Object json) {
        if (!(json instanceof List<?> list)) {
            throw NamedRows.damaged(file, "expected a list of values");
        }
        Set<String> elements = new HashSet<>();
        list.forEach(item -> element(item).ifPresent(elements::add));
        return elements;
    }

    /** An element, plain or as the API gives it, with when it was seen; null is none. */
    private static Optional<String> element(Object json) {
        Object value = json instanceof Map<?, ?> described ? described.get("value") : json;
        return Optional.ofNullable(value).map(Object::toString);
    }

    private static ElementType type(Path file, String word) {
        return Arrays.stream(ElementType.values())
                .filter(type -> type.name().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> NamedRows.damaged(
                        file,
                        "'" + word.strip() + "' is no type of elements; there are "
                                + Arrays.toString(ElementType.values()).replaceAll("[\\[\\]]", "")));
    }
}
