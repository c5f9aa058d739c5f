package io.quarry.aql.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names of numbers that are the same on every QRadar: categories, protocols, types of log sources. */
public final class ShippedNames {
    private static final Map<NameList, Map<String, String>> ALL = new EnumMap<>(Map.of(
            NameList.CATEGORY, read("categories.txt"),
            NameList.PROTOCOL, read("protocols.txt"),
            NameList.LOG_SOURCE_TYPE, read("log-source-types.txt")));

    private ShippedNames() {}

    /** The names of one kind by their numbers in decimal; empty for kinds that differ from system to system. */
    public static Optional<Map<String, String>> of(NameList list) {
        return Optional.ofNullable(ALL.get(list));
    }

    private static Map<String, String> read(String resource) {
        try (InputStream in = ShippedNames.class.getResourceAsStream(resource)) {
            Map<String, String> names = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line ->
                            names.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)));
            return Map.copyOf(names);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
