package io.quarry.detect.reference;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.quarry.aql.reference.ReferenceDataException;
import io.quarry.detect.rule.SourceFiles;
import io.quarry.functions.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a file of CSV with a line of names, or of JSON.
 *
 * @param names of the columns, in the order of the file; of JSON those of the first object
 * @param rows values by name; an empty or absent cell is not among them
 */
record NamedRows(Path file, List<String> names, List<Map<String, Object>> rows) {
    /**
     * @throws ReferenceDataException if the file cannot be read as what its ending says
     */
    static NamedRows read(Path file) {
        return file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".json")
                ? ofObjects(file, json(file))
                : ofCsv(file, text(file));
    }

    /** The value that a file of JSON holds. */
    static Object json(Path file) {
        return Json.read(text(file))
                .orElseThrow(() -> damaged(file, "it is no JSON"))
                .value();
    }

    static String text(Path file) {
        try {
            return SourceFiles.text(Files.readAllBytes(file));
        } catch (IOException e) {
            throw damaged(file, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
    }

    static ReferenceDataException damaged(Path file, String why) {
        return new ReferenceDataException(file + " cannot be used: " + why);
    }

    private static NamedRows ofCsv(Path file, String text) {
        List<List<String>> records = new ArrayList<>();
        try {
            for (CsvRecord csv : CsvReader.builder()
                    .skipEmptyLines(true)
                    .allowMissingFields(true)
                    .allowExtraFields(false)
                    .ofCsvRecord(text)) {
                records.add(csv.getFields());
            }
        } catch (CsvParseException e) {
            throw damaged(file, e.getMessage());
        }
        if (records.isEmpty()) {
            throw damaged(file, "it has no line of names");
        }
        List<String> names = records.get(0).stream().map(String::strip).toList();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (List<String> record : records.subList(1, records.size())) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(names.size(), record.size()); i++) {
                if (!record.get(i).isEmpty()) {
                    row.put(names.get(i), record.get(i));
                }
            }
            rows.add(row);
        }
        return new NamedRows(file, names, rows);
    }

    private static NamedRows ofObjects(Path file, Object json) {
        List<Map<String, Object>> rows = new ArrayList<>();
        if (!(json instanceof List<?> items)) {
            throw damaged(file, "expected a list of objects");
        }
        for (Object item : items) {
            if (!(item instanceof Map<?, ?> object)) {
                throw damaged(file, "expected a list of objects");
            }
            Map<String, Object> row = new LinkedHashMap<>();
            object.forEach((name, value) -> {
                if (value != null) {
                    row.put(name.toString(), value);
                }
            });
            rows.add(row);
        }
        return new NamedRows(
                file, rows.isEmpty() ? List.of() : List.copyOf(rows.get(0).keySet()), rows);
    }

    /** The value of the first of these names that the row has. */
    java.util.Optional<String> text(Map<String, Object> row, String... of) {
        for (String name : of) {
            Object value = row.get(name);
            if (value != null) {
                return java.util.Optional.of(value.toString());
            }
        }
        return java.util.Optional.empty();
    }

    /** As {@link #text}, of a row that must have one of them. */
    String required(Map<String, Object> row, String... of) {
        return text(row, of)
                .orElseThrow(() ->
                        damaged(file, "a row has no '" + of[0] + "'; the columns are " + String.join(", ", names)));
    }

    /** As {@link #text}, of a number. */
    java.util.OptionalLong number(Map<String, Object> row, String... of) {
        java.util.Optional<String> text = text(row, of);
        if (text.isEmpty()) {
            return java.util.OptionalLong.empty();
        }
        if (!text.get().strip().matches("-?\\d{1,18}")) {
            throw damaged(file, "'" + text.get() + "' where '" + of[0] + "' is a number");
        }
        return java.util.OptionalLong.of(Long.parseLong(text.get().strip()));
    }
}
