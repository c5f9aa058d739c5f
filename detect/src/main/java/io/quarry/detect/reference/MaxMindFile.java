package io.quarry.detect.reference;

import com.maxmind.db.Reader;
import io.quarry.aql.reference.ReferenceDataException;
import io.quarry.functions.aql.Address;
import io.quarry.functions.lookup.GeoDatabase;
import io.quarry.plan.FunctionException;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file in MaxMind's DB format, version 2.0, read into memory when it is first needed. Safe for threads. */
final class MaxMindFile implements GeoDatabase {
    private final Path path;
    private Reader reader;

    MaxMindFile(Path path) {
        this.path = path;
    }

    /**
     * This, read.
     *
     * @throws ReferenceDataException if it cannot be read
     */
    MaxMindFile opened() {
        reader();
        return this;
    }

    private synchronized Reader reader() {
        if (reader == null) {
            try {
                reader = new Reader(path.toFile(), Reader.FileMode.MEMORY);
            } catch (IOException e) {
                throw NamedRows.damaged(path, e.getMessage());
            }
        }
        return reader;
    }

    /** @throws FunctionException if the file is damaged there: no place would be a wrong answer */
    @Override
    @SuppressWarnings("unchecked")
    public Optional<Map<String, Object>> place(String address) {
        // What is not surely an address would be asked of a name server.
        if (Address.parse(address).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(
                    (Map<String, Object>) plain(reader().get(InetAddress.getByName(address), Map.class)));
        } catch (IOException | RuntimeException e) {
            throw new FunctionException(
                    path + " is damaged where it tells the place of " + address + ": " + e.getMessage());
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
