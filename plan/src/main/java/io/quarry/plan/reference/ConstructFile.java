package io.quarry.plan.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads constructs from a text in UTF-8: blocks of {@code key: value} lines with an empty line between. The first line of a
 * block holds kind and name; {@code usage}, {@code doc}, {@code example} and {@code differs} may follow, an example on
 * further lines that begin with blanks.
 */
public final class ConstructFile {
    private ConstructFile() {}

    /**
     * The constructs in the order of the text; closes it.
     *
     * @throws IllegalStateException if a line is none of these: such texts ship with the program
     */
    public static List<Construct> read(InputStream in) {
        try (in) {
            List<Construct> constructs = new ArrayList<>();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String block : text.split("\n\n+")) {
                constructs.add(construct(block.strip()));
            }
            return List.copyOf(constructs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Construct construct(String block) {
        Map<String, String> values = new LinkedHashMap<>();
        String last = "";
        for (String line : block.split("\n")) {
            int colon = line.indexOf(": ");
            if (line.startsWith("  ")) {
                values.merge(last, line.substring(2), (before, more) -> before + "\n" + more);
            } else if (colon < 0) {
                throw new IllegalStateException("no key and value: " + line);
            } else {
                last = line.substring(0, colon);
                values.put(last, line.substring(colon + 2));
            }
        }
        Map.Entry<String, String> first = values.entrySet().iterator().next();
        return new Construct(
                first.getKey(),
                first.getValue(),
                values.getOrDefault("usage", ""),
                values.getOrDefault("doc", ""),
                values.getOrDefault("example", ""),
                values.getOrDefault("differs", ""));
    }
}
