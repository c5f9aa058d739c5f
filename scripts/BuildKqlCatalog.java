import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes the catalogue of KQL tables that ships with the kql module, from one JSON file a table and platform.
 *
 * <pre>java scripts/BuildKqlCatalog.java SCHEMAS_DIR kql/src/main/resources/io/quarry/kql/catalog/catalog.txt</pre>
 *
 * The result has one line a table, sorted: platform, name, what it is ({@code table}, {@code open} for a table to which a
 * workspace adds columns, {@code parser} for a function without required arguments), and the columns as {@code name:type}
 * with one letter for the type; all divided by blanks. An alias of a function is a line of its own.
 */
public final class BuildKqlCatalog {
    private static final Map<String, String> LETTERS = Map.of(
            "bool", "b",
            "int", "i",
            "long", "l",
            "real", "r",
            "decimal", "m",
            "string", "s",
            "datetime", "d",
            "timespan", "t",
            "guid", "g",
            "dynamic", "y");

    private static final Pattern COLUMN =
            Pattern.compile("\\{\\s*\"name\"\\s*:\\s*\"([^\"]+)\"\\s*,\\s*\"type\"\\s*:\\s*\"([^\"]+)\"");

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: java scripts/BuildKqlCatalog.java SCHEMAS_DIR OUT");
            System.exit(2);
        }
        Map<String, String> lines = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
                addTable(Files.readString(file), lines);
            }
        }
        StringBuilder text = new StringBuilder();
        lines.forEach((key, rest) -> text.append(key).append(' ').append(rest).append('\n'));
        Files.createDirectories(Path.of(arguments[1]).toAbsolutePath().getParent());
        Files.write(Path.of(arguments[1]), text.toString().getBytes(StandardCharsets.US_ASCII));
        System.out.println(lines.size() + " tables");
    }

    private static void addTable(String json, Map<String, String> lines) {
        boolean parser = json.contains("\"asim-parser\"");
        String kind = parser ? "parser" : json.matches("(?s).*\"open\"\\s*:\\s*true.*") ? "open" : "table";
        StringBuilder rest = new StringBuilder(kind);
        Matcher columns = COLUMN.matcher(json);
        while (columns.find()) {
            String letter = LETTERS.get(columns.group(2));
            if (letter == null || columns.group(1).contains(" ")) {
                throw new IllegalArgumentException("column " + columns.group());
            }
            rest.append(' ').append(columns.group(1)).append(':').append(letter);
        }
        List<String> names = new ArrayList<>(List.of(value(json, "table")));
        Matcher aliases = Pattern.compile("\"aliases\"\\s*:\\s*\\[([^\\]]*)\\]").matcher(json);
        if (aliases.find()) {
            Matcher alias = Pattern.compile("\"([^\"]+)\"").matcher(aliases.group(1));
            while (alias.find()) {
                names.add(alias.group(1));
            }
        }
        for (String name : names) {
            lines.put(value(json, "platform") + " " + name, rest.toString());
        }
    }

    private static String value(String json, String key) {
        Matcher matcher = Pattern.compile("\"" + key + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no " + key);
        }
        return matcher.group(1);
    }
}
