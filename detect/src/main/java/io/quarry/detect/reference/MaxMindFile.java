package io.quarry.detect.reference;

import com.maxmind.db.Reader;
import io.quarry.functions.aql.Address;
import io.quarry.functions.lookup.GeoDatabase;
import java.io.File;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file in MaxMind's DB format, version 2.0. Safe for threads. */
final class MaxMindFile implements GeoDatabase {
    private final Reader reader;

    private MaxMindFile(Reader reader) {
        this.reader = reader;
    }

    static MaxMindFile open(Path path) {
        File file = path.toFile();
        try {
            return new MaxMindFile(new Reader(file, Reader.FileMode.MEMORY));
        } catch (IOException e) {
            throw NamedRows.damaged(path, e.getMessage());
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Optional<Map<String, Object>> place(String address) {
        // What is not surely an address would be asked of a name server.
        if (Address.parse(address).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(
                    (Map<String, Object>) plain(reader.get(InetAddress.getByName(address), Map.class)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The file's values with whole numbers as Long and all others as Double. */
    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((name, of) -> plain.put(name.toString(), plain(of)));
            return plain;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(MaxMindFile::plain).toList();
        }
        if (value instanceof Integer || value instanceof BigInteger) {
            return ((Number) value).longValue();
        }
        return value instanceof Float real ? (Object) real.doubleValue() : value;
    }
}
