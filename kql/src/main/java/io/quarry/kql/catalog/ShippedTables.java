package io.quarry.kql.catalog;

import io.quarry.data.Platform;
import io.quarry.data.Type;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The catalogue that ships: one line a table, as {@code scripts/BuildKqlCatalog.java} writes it. Kept as one text and
 * searched, since a query names a few tables of a thousand.
 */
final class ShippedTables {
    private static final String LETTERS = "bilrmsdtgy";
    private static final Type[] TYPES = {
        Type.BOOL,
        Type.INT,
        Type.LONG,
        Type.REAL,
        Type.DECIMAL,
        Type.STRING,
        Type.DATETIME,
        Type.TIMESPAN,
        Type.GUID,
        Type.DYNAMIC
    };

    private ShippedTables() {}

    private static final class Text {
        static final String LINES = read();

        private static String read() {
            try (InputStream in = ShippedTables.class.getResourceAsStream("catalog.txt")) {
                return "\n" + new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What the catalogue says of a name, after the name. */
    static Optional<String> line(Platform platform, String name) {
        if (name.indexOf(' ') >= 0 || name.indexOf('\n') >= 0) {
            return Optional.empty();
        }
        String start = "\n" + platform.label() + " " + name + " ";
        int at = Text.LINES.indexOf(start);
        return at < 0
                ? Optional.empty()
                : Optional.of(Text.LINES.substring(at + start.length(), Text.LINES.indexOf('\n', at + 1)));
    }

    static List<String> names(Platform platform) {
        return List.copyOf(lines(platform).keySet());
    }

    /** What the catalogue says of each name of a platform, after the name; sorted. */
    static Map<String, String> lines(Platform platform) {
        String start = "\n" + platform.label() + " ";
        Map<String, String> lines = new LinkedHashMap<>();
        for (int at = Text.LINES.indexOf(start); at >= 0; at = Text.LINES.indexOf(start, at + 1)) {
            int name = at + start.length();
            int end = Text.LINES.indexOf(' ', name);
            lines.put(Text.LINES.substring(name, end), Text.LINES.substring(end + 1, Text.LINES.indexOf('\n', end)));
        }
        return lines;
    }

    static Type type(char letter) {
        return TYPES[LETTERS.indexOf(letter)];
    }
}
