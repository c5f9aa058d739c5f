package io.quarry.detect.side;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.quarry.data.Schema;
import io.quarry.detect.DetectCode;
import io.quarry.functions.json.Json;
import io.quarry.kql.catalog.ExternalData;
import io.quarry.kql.catalog.ExternalData.Header;
import io.quarry.kql.catalog.SideInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a file, by its format. As on the platform a value that is none of its column's type is null, what a record lacks
 * too, and what it has beyond the columns is left out.
 *
 * <p>Source: Data formats supported by Azure Data Explorer for ingestion.
 */
final class FileRows {
    private static final char START_OF_HEADING = 1;

    private FileRows() {}

    static List<List<Object>> of(String content, ExternalData data, String location) {
        try {
            return records(content, data);
        } catch (CsvParseException | IllegalArgumentException e) {
            throw new SideInputException(
                    DetectCode.MISSING_INPUT,
                    "'" + location + "' cannot be read as " + data.format().name() + ": " + e.getMessage());
        }
    }

    private static List<List<Object>> records(String content, ExternalData data) {
        return switch (data.format()) {
            case CSV -> delimited(content, ',', data);
            case TSV -> delimited(content, '\t', data);
            case PSV -> delimited(content, '|', data);
            case SCSV -> delimited(content, ';', data);
            case SOHSV -> delimited(content, START_OF_HEADING, data);
            case TSVE ->
                lines(content, data.header()).stream()
                        .map(line -> row(
                                Arrays.stream(line.split("\t", -1))
                                        .map(FileRows::unescaped)
                                        .toList(),
                                data.schema()))
                        .toList();
            case TXT ->
                lines(content, data.header()).stream()
                        .map(line -> row(List.of(line), data.schema()))
                        .toList();
            case RAW -> List.of(row(List.of(content), data.schema()));
            case JSON ->
                lines(content, data.header()).stream()
                        .map(line -> row(bag(Json.read(line)), data.schema()))
                        .toList();
            case MULTIJSON ->
                bags(Json.readAll(content)).stream()
                        .map(bag -> row(bag, data.schema()))
                        .toList();
        };
    }

    private static List<List<Object>> delimited(String content, char separator, ExternalData data) {
        List<List<Object>> rows = new ArrayList<>();
        for (List<String> fields : fields(content, separator)) {
            rows.add(row(fields, data.schema()));
        }
        boolean skips = data.header() == Header.SKIPPED && !rows.isEmpty();
        return skips ? rows.subList(1, rows.size()) : rows;
    }

    /** The fields of each record of a file with quotes as in RFC 4180. */
    static List<List<String>> fields(String content, char separator) {
        List<List<String>> records = new ArrayList<>();
        for (CsvRecord csv : CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(content)) {
            records.add(csv.getFields());
        }
        return records;
    }

    private static List<String> lines(String content, Header header) {
        return content.lines()
                .skip(header == Header.SKIPPED ? 1 : 0)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** A backslash stands before another one and before the letters of what would part fields and records. */
    private static String unescaped(String field) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            char next = field.charAt(i) == '\\' && i + 1 < field.length() ? field.charAt(i + 1) : ' ';
            int escape = "tnr\\".indexOf(next);
            text.append(escape < 0 ? field.charAt(i) : "\t\n\r\\".charAt(escape));
            i += escape < 0 ? 0 : 1;
        }
        return text.toString();
    }

    private static List<Object> row(List<String> fields, Schema schema) {
        List<Object> row = new ArrayList<>(schema.size());
        for (int i = 0; i < schema.size(); i++) {
            row.add(CellValues.of(i < fields.size() ? fields.get(i) : "", schema.type(i)));
        }
        return Collections.unmodifiableList(row);
    }

    private static List<Object> row(Map<?, ?> bag, Schema schema) {
        List<Object> row = new ArrayList<>(schema.size());
        for (int i = 0; i < schema.size(); i++) {
            row.add(CellValues.of(bag.get(schema.name(i)), schema.type(i)));
        }
        return Collections.unmodifiableList(row);
    }

    private static Map<?, ?> bag(Optional<Json.Value> json) {
        return json.map(Json.Value::value)
                .filter(Map.class::isInstance)
                .map(value -> (Map<?, ?>) value)
                .orElseThrow(() -> new IllegalArgumentException("a line is no JSON object"));
    }

    private static List<Map<?, ?>> bags(List<Object> values) {
        List<Map<?, ?>> bags = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof Map<?, ?> bag) {
                bags.add(bag);
            } else if (value instanceof List<?> array) {
                bags.addAll(bags(new ArrayList<>(array)));
            } else {
                throw new IllegalArgumentException("a value is no JSON object");
            }
        }
        return bags;
    }
}
