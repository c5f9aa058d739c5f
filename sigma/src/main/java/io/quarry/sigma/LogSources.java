package io.quarry.sigma;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The table of log sources, {@code logsources.tsv}: which records Sigma's products, categories and services mean. */
final class LogSources {
    private static final List<Row> ROWS = load();

    /**
     * Records of one channel.
     *
     * @param eventIds none for every event id
     * @param conditions fields and the value that each must have
     * @param fieldNames names of rules for which the channel has another name
     */
    record Row(
            Optional<String> product,
            Optional<String> category,
            Optional<String> service,
            String channel,
            List<String> eventIds,
            Map<String, String> conditions,
            Map<String, String> fieldNames) {}

    private LogSources() {}

    /** The rows that a log source selects, for any one of which a record must qualify; empty if it is not known. */
    static List<Row> of(LogSource source) {
        if (source.category().isEmpty()) {
            return ROWS.stream()
                    .filter(row -> row.service().isPresent()
                            && row.service().equals(source.service())
                            && fits(source.product(), row.product()))
                    .toList();
        }
        List<String> channels = source.service().isEmpty()
                ? List.of()
                : ROWS.stream()
                        .filter(row -> row.service().equals(source.service()))
                        .map(Row::channel)
                        .toList();
        return ROWS.stream()
                .filter(row -> row.category().equals(source.category())
                        && fits(source.product(), row.product())
                        && (source.service().isEmpty() || channels.contains(row.channel())))
                .toList();
    }

    /** Every product, category and service of the table. */
    static List<String> names() {
        return ROWS.stream()
                .flatMap(row -> Stream.of(row.product(), row.category(), row.service()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static boolean fits(Optional<String> wanted, Optional<String> product) {
        return wanted.isEmpty() || wanted.equals(product.or(() -> Optional.of("windows")));
    }

    private static List<Row> load() {
        InputStream resource = Objects.requireNonNull(LogSources.class.getResourceAsStream("logsources.tsv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(LogSources::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("logsources.tsv", e);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split("\t");
        if (cells.length != 7) {
            throw new IllegalStateException("logsources.tsv: 7 cells expected: " + line);
        }
        List<String> eventIds =
                optional(cells[4]).map(ids -> List.of(ids.split(" "))).orElse(List.of());
        return new Row(
                optional(cells[0]),
                optional(cells[1]),
                optional(cells[2]),
                cells[3],
                eventIds,
                pairs(cells[5]),
                pairs(cells[6]));
    }

    private static Optional<String> optional(String cell) {
        return cell.equals("-") ? Optional.empty() : Optional.of(cell);
    }

    private static Map<String, String> pairs(String cell) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair :
                optional(cell).map(cells -> List.of(cells.split(" "))).orElse(new ArrayList<>())) {
            int equals = pair.indexOf('=');
            pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return pairs;
    }
}
