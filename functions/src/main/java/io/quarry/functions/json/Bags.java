package io.quarry.functions.json;

import io.quarry.data.Dynamic;
import io.quarry.data.Type;
import io.quarry.plan.FunctionException;
import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Functions of property bags. */
final class Bags {
    private static final Map<Class<?>, Type> TYPES = Map.of(
            Boolean.class, Type.BOOL,
            Long.class, Type.LONG,
            Double.class, Type.REAL,
            String.class, Type.STRING,
            BigDecimal.class, Type.DECIMAL,
            UUID.class, Type.GUID);

    private Bags() {}

    @Scalar(
            kql = {"bag_pack", "pack", "pack_dictionary"},
            doc = "Bag of keys and values, one after the other; nulls stay.",
            example = "bag_pack(dynamic('a'), dynamic(1), dynamic('b'), dynamic(null)) -> dynamic({'a':1,'b':null})",
            source = "Kusto Query Language reference, bag_pack()",
            nulls = Nulls.SEEN)
    static Object pack(Object... keysAndValues) {
        requirePairs(keysAndValues);
        Map<String, Object> bag = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            bag.put(DynamicText.of(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return bag;
    }

    @Scalar(
            kql = "bag_pack filled",
            doc = "Bag of keys and values without those that are null or an empty text.",
            source = "Kusto Query Language reference, pack_all()",
            nulls = Nulls.SEEN)
    static Object packFilled(Object... keysAndValues) {
        requirePairs(keysAndValues);
        Map<String, Object> bag = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            if (keysAndValues[i + 1] != null && !"".equals(keysAndValues[i + 1])) {
                bag.put(DynamicText.of(keysAndValues[i]), keysAndValues[i + 1]);
            }
        }
        return bag;
    }

    private static void requirePairs(Object[] keysAndValues) {
        if (keysAndValues.length % 2 != 0) {
            throw new FunctionException(
                    "a bag is packed of keys and values, found " + keysAndValues.length + " arguments");
        }
    }

    @Scalar(
            kql = "bag_keys",
            doc = "Array of the keys; null for what is no bag.",
            example = {
                "bag_keys(dynamic({'a':1,'b':2})) -> dynamic(['a','b'])",
                "bag_keys(dynamic([1])) -> dynamic(null)"
            },
            source = "Kusto Query Language reference, bag_keys()")
    static Object keys(Object value) {
        return value instanceof Map<?, ?> bag ? new ArrayList<>(bag.keySet()) : null;
    }

    /** No function that a query can name: a front end asks it what columns the entries of bags become. */
    @Scalar(
            kql = "types of entries",
            doc =
                    "Bag of the names of the types that the entries have; an empty name for null. Null for what is no bag.")
    static Object types(Object value) {
        if (!(value instanceof Map<?, ?> bag)) {
            return null;
        }
        Map<Object, Object> types = new LinkedHashMap<>();
        bag.forEach(
                (key, entry) -> types.put(key, entry == null ? "" : type(entry).label()));
        return types;
    }

    private static Type type(Object value) {
        if (value instanceof Dynamic known) {
            return known instanceof Dynamic.DateTime ? Type.DATETIME : Type.TIMESPAN;
        }
        return TYPES.getOrDefault(value.getClass(), Type.DYNAMIC);
    }

    @Scalar(
            kql = "bag_has_key",
            doc = "True if the bag has the key.",
            example = {"bag_has_key(dynamic({'a':1}), 'a') -> true", "bag_has_key(dynamic({'a':1}), 'b') -> false"},
            source = "Kusto Query Language reference, bag_has_key()")
    static Boolean hasKey(Object value, String key) {
        return value instanceof Map<?, ?> ? Boolean.valueOf(path(key).isIn(value)) : null;
    }

    /** A key that begins with {@code $.} or <code>$[</code> is a path. */
    private static JsonPath path(String key) {
        return key.startsWith("$.") || key.startsWith("$[") ? JsonPath.of(key) : JsonPath.ofKey(key);
    }

    @Scalar(
            kql = "bag_merge",
            doc = "Bag of the entries of all bags; of a repeated key, the first value.",
            example = "bag_merge(dynamic({'a':1,'b':2}), dynamic({'b':3,'c':4})) -> dynamic({'a':1,'b':2,'c':4})",
            source = "Kusto Query Language reference, bag_merge()",
            nulls = Nulls.SEEN)
    static Object merge(Object... bags) {
        Map<Object, Object> merged = null;
        for (Object value : bags) {
            if (value instanceof Map<?, ?> bag) {
                merged = merged == null ? new LinkedHashMap<>() : merged;
                for (Map.Entry<?, ?> entry : bag.entrySet()) {
                    if (!merged.containsKey(entry.getKey())) {
                        merged.put(entry.getKey(), entry.getValue());
                    }
                }
            }
        }
        return merged;
    }

    @Scalar(
            kql = "bag_remove_keys",
            doc = "The bag without some keys or what is at JSON paths.",
            example = {
                "bag_remove_keys(dynamic({'a':1,'b':2}), dynamic(['a'])) -> dynamic({'b':2})",
                "bag_remove_keys(dynamic({'a':{'b':1,'c':2}}), dynamic(['$.a.b'])) -> dynamic({'a':{'c':2}})"
            },
            source = "Kusto Query Language reference, bag_remove_keys()")
    static Object removeKeys(Object value, Object keys) {
        Object rest = value instanceof Map ? value : null;
        for (Object key : keys instanceof List<?> list ? list : List.of()) {
            rest = key instanceof String name ? path(name).remove(rest) : rest;
        }
        return rest;
    }

    @Scalar(
            kql = "bag_set_key",
            doc = "The bag with the value of a key, or at a JSON path of keys, set; null for what is no bag.",
            example = {
                "bag_set_key(dynamic({'a':1}), 'b', dynamic(2)) -> dynamic({'a':1,'b':2})",
                "bag_set_key(dynamic({'a':1}), '$.b.c', dynamic(2)) -> dynamic({'a':1,'b':{'c':2}})",
                "bag_set_key(dynamic(null), 'a', dynamic(2)) -> dynamic(null)"
            },
            source = "Kusto Query Language reference, bag_set_key()",
            nulls = Nulls.SEEN)
    static Object setKey(Object value, String key, Object element) {
        return value instanceof Map && key != null ? path(key).set(value, element) : null;
    }

    @Scalar(
            kql = "bag_zip",
            doc = "Bag of an array of keys and an array of values; what is no text is no key.",
            example = "bag_zip(dynamic(['a','b']), dynamic([1])) -> dynamic({'a':1,'b':null})",
            source = "Kusto Query Language reference, bag_zip()")
    static Object zip(Object keys, Object values) {
        if (!(keys instanceof List<?> names) || !(values instanceof List<?> elements)) {
            return null;
        }
        Map<String, Object> bag = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i) instanceof String name) {
                bag.put(name, i < elements.size() ? elements.get(i) : null);
            }
        }
        return bag;
    }

    @Scalar(
            kql = "dynamic_to_json",
            doc = "JSON text with the keys of bags sorted.",
            example = "dynamic_to_json(dynamic({'b':1,'a':[1.5]})) -> '{\"a\":[1.5],\"b\":1}'",
            source = "Kusto Query Language reference, dynamic_to_json()",
            nulls = Nulls.GIVE_EMPTY)
    static String toJson(Object value) {
        return DynamicText.json(sorted(value));
    }

    private static Object sorted(Object value) {
        if (value instanceof List<?> array) {
            return array.stream().map(Bags::sorted).collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
        }
        if (value instanceof Map<?, ?> bag) {
            Map<Object, Object> entries = new TreeMap<>();
            bag.forEach((key, element) -> entries.put(key, sorted(element)));
            return entries;
        }
        return value;
    }
}
