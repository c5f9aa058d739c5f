package io.quarry.testing.qt;

import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Ticks;
import io.quarry.data.Type;
import io.quarry.testing.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads test files. */
final class QtParser {
    private static final String RULER = "----";
    private static final Instant FIRST_CLOCK = Instant.parse("2024-01-01T00:00:00Z");

    private final List<String> lines;
    private final List<QtTable> tables = new ArrayList<>();
    private final List<QtCase> cases = new ArrayList<>();
    private List<String> skipped = new ArrayList<>();
    private long clock = Ticks.of(FIRST_CLOCK);
    private int at;

    private QtParser(List<String> lines) {
        this.lines = lines;
    }

    /**
     * @throws QtFormatException if the text does not follow the format
     */
    static QtFile parse(String name, String text) {
        QtParser parser = new QtParser(text.lines().toList());
        parser.blocks();
        return new QtFile(name, parser.lines, parser.tables, parser.cases);
    }

    private void blocks() {
        while (at < lines.size()) {
            String line = lines.get(at);
            if (line.isBlank() || line.startsWith("#")) {
                at++;
            } else if (line.startsWith("table ")) {
                table();
            } else if (line.startsWith("clock ")) {
                clock = Ticks.of(Instant.parse(line.substring("clock ".length()).strip()));
                at++;
            } else if (line.startsWith("skip ")) {
                skip();
            } else if (head(at).isPresent()) {
                queries();
            } else {
                throw wrong("found '" + line + "', expected a table, a query or a comment");
            }
        }
    }

    private void skip() {
        String line = lines.get(at);
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw wrong("a skip needs its reason: 'skip NAME: reason'");
        }
        skipped.add(line.substring("skip ".length(), colon).strip());
        at++;
    }

    private void table() {
        String line = lines.get(at);
        int open = line.indexOf('(');
        int close = line.lastIndexOf(')');
        if (open < 0 || close < open) {
            throw wrong("expected 'table NAME (column: type, ...)'");
        }
        Schema schema = schema(line.substring(open + 1, close));
        String name = line.substring("table ".length(), open).strip();
        at++;
        List<Object[]> rows = new ArrayList<>();
        for (; at < lines.size() && !lines.get(at).isBlank(); at++) {
            rows.add(row(schema, lines.get(at)));
        }
        tables.add(new QtTable(name, new Rows(schema, rows)));
    }

    private Schema schema(String columns) {
        List<Field> fields = new ArrayList<>();
        for (String column : columns.split(",")) {
            int colon = column.lastIndexOf(':');
            Optional<Type> type = colon < 0
                    ? Optional.empty()
                    : Type.ofLabel(column.substring(colon + 1).strip());
            fields.add(new Field(
                    column.substring(0, Math.max(0, colon)).strip(),
                    type.orElseThrow(() -> wrong("expected 'name: type', found '" + column.strip() + "'"))));
        }
        return new Schema(fields);
    }

    private Object[] row(Schema schema, String line) {
        List<String> cells = Cells.split(line);
        if (cells.size() != schema.size()) {
            throw wrong(cells.size() + " values for " + schema);
        }
        Object[] row = new Object[cells.size()];
        for (int i = 0; i < row.length; i++) {
            try {
                row[i] = Cells.read(schema.type(i), cells.get(i));
            } catch (IllegalArgumentException e) {
                throw wrong(schema.name(i) + ": " + e.getMessage());
            }
        }
        return row;
    }

    private void queries() {
        int first = at + 1;
        List<QtQuery> queries = new ArrayList<>();
        while (at < lines.size() && !lines.get(at).equals(RULER)) {
            QtQuery head = head(at).orElseThrow();
            int line = ++at;
            while (at < lines.size() && !lines.get(at).equals(RULER) && head(at).isEmpty()) {
                at++;
            }
            String text = String.join("\n", lines.subList(line, at));
            queries.add(new QtQuery(head.dialect(), head.answer(), text, line));
        }
        if (at == lines.size()) {
            throw wrong("a query without " + RULER);
        }
        int from = ++at;
        while (at < lines.size() && !lines.get(at).isBlank()) {
            at++;
        }
        cases.add(new QtCase(first, tables, clock, skipped, queries, lines.subList(from, at), from));
        skipped = new ArrayList<>();
    }

    /** The dialect and the kind of answer that a line names; empty if it is not the head of a query. */
    private Optional<QtQuery> head(int index) {
        String words = lines.get(index).strip();
        QtQuery.Answer answer = QtQuery.Answer.ROWS;
        if (words.endsWith(" error")) {
            answer = QtQuery.Answer.ERROR;
        } else if (words.endsWith(" plan")) {
            answer = QtQuery.Answer.PLAN;
        }
        int end = answer == QtQuery.Answer.ROWS ? words.length() : words.lastIndexOf(' ');
        QtQuery.Answer found = answer;
        return Dialect.ofLabel(words.substring(0, end)).map(dialect -> new QtQuery(dialect, found, "", index));
    }

    private QtFormatException wrong(String message) {
        return new QtFormatException(at + 1, message);
    }
}
