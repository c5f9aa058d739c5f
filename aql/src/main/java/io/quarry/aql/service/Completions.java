package io.quarry.aql.service;

import io.quarry.aql.AqlReference;
import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.aql.catalog.AqlColumn;
import io.quarry.aql.catalog.AqlColumns;
import io.quarry.aql.catalog.AqlTable;
import io.quarry.plan.Completion;
import io.quarry.plan.Completion.Kind;
import io.quarry.plan.SourceText;
import io.quarry.plan.reference.Construct;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What could be written at a place of a text. */
public final class Completions {
    private static final List<Construct> FUNCTIONS = AqlReference.instance().constructs().stream()
            .filter(construct ->
                    Set.of("function", "look-up", "aggregate function").contains(construct.kind()))
            .toList();

    /** Operators that can stand before the list of values {@code ENUMERATION}. */
    private static final Set<String> MATCHING = Set.of("LIKE", "ILIKE", "MATCHES", "IMATCHES");

    private static final List<String> OPERATORS = List.of(
            "AND", "BETWEEN", "ILIKE", "IMATCHES", "IN", "IS NOT NULL", "IS NULL", "LIKE", "MATCHES", "NOT", "OR");
    private static final List<String> UNITS = List.of("DAYS", "HOURS", "MINUTES", "SECONDS");

    /** What may follow a clause that has been written, in the order of the grammar. */
    private static final List<String> CLAUSES = List.of(
            "FROM", "INTO", "WHERE", "GROUP BY", "HAVING", "ORDER BY", "LIMIT", "LAST", "START", "STOP", "PARAMETERS");

    private final AqlCatalog catalog;
    private final Caret caret;
    private final List<Completion> found = new ArrayList<>();

    private Completions(AqlCatalog catalog, Caret caret) {
        this.catalog = catalog;
        this.caret = caret;
    }

    /**
     * What could be written there, likeliest kinds first, each kind by name: only what begins with the name that has been
     * begun, whatever the case of letters. Empty inside of texts and comments.
     *
     * @param offset in UTF-16 code units; anything outside of the text is its nearest end
     */
    public static List<Completion> at(SourceText source, int offset, AqlCatalog catalog) {
        Caret caret = new Caret(source, offset);
        Completions completions = new Completions(catalog, caret);
        if (!caret.isInText()) {
            completions.find();
        }
        return Completion.distinct(completions.found);
    }

    private void find() {
        String clause = caret.clause();
        if (clause.isEmpty()) {
            keywords(List.of("SELECT"));
        } else if (caret.isAfter("FROM")) {
            caret.cursors().forEach(name -> add(name, Kind.VARIABLE, "", ""));
            catalog.tableNames().forEach(table -> add(table, Kind.TABLE, "", ""));
        } else if (caret.isAfter("GROUP") || caret.isAfter("ORDER") || caret.isAfter("SESSION")) {
            keywords(List.of("BY"));
        } else if (clause.equals("LAST")) {
            keywords(caret.isAfterNumber() ? UNITS : List.of());
        } else if (clause.equals("FROM") && caret.isAfter("(")) {
            keywords(List.of("SELECT"));
        } else if (Set.of("LIMIT", "START", "STOP", "INTO", "FROM", "PARAMETERS")
                .contains(clause)) {
            keywords(caret.isAfterOperand() ? following(clause) : List.of());
        } else if (caret.isAfterOperand()) {
            afterOperand(clause);
        } else {
            operand(clause);
        }
    }

    private void operand(String clause) {
        columns();
        FUNCTIONS.forEach(function -> add(function.name(), Kind.FUNCTION, function.usage(), function.doc()));
        keywords(List.of("CASE", "NOT", "NULL"));
        if (MATCHING.stream().anyMatch(caret::isAfter)) {
            keywords(List.of("ENUMERATION"));
        }
        if (caret.isAfter("NOT")) {
            keywords(List.of("ILIKE", "IMATCHES", "IN", "LIKE", "MATCHES"));
        }
        if (caret.isAfter("(")) {
            keywords(List.of("SELECT"));
        }
        if (clause.equals("SELECT")) {
            keywords(List.of("DISTINCT"));
        }
        if (clause.equals("WHERE")) {
            keywords(List.of("TEXT SEARCH"));
        }
    }

    private void afterOperand(String clause) {
        if (clause.equals("ORDER")) {
            keywords(List.of("ASC", "DESC"));
        } else if (!clause.equals("GROUP")) {
            keywords(OPERATORS);
        }
        if (clause.equals("SELECT") || clause.equals("GROUP")) {
            keywords(List.of("AS"));
        }
        if (caret.isInCase()) {
            keywords(List.of("WHEN", "THEN", "ELSE", "END"));
        }
        keywords(following(clause));
    }

    /** The clauses that may come next; none inside of brackets that hold no query. */
    private List<String> following(String clause) {
        if (caret.isInBrackets()) {
            return List.of();
        }
        int index = 0;
        for (int i = 0; i < CLAUSES.size(); i++) {
            index = CLAUSES.get(i).startsWith(clause) ? i + 1 : index;
        }
        return CLAUSES.subList(index, CLAUSES.size());
    }

    private void columns() {
        caret.aliases().forEach(alias -> add(alias, Kind.VARIABLE, "alias", ""));
        AqlColumns columns = catalog.table(caret.table())
                .or(() -> catalog.table(AqlCatalog.EVENTS.name()))
                .map(AqlTable::columns)
                .orElseThrow();
        for (AqlColumn column : columns.all()) {
            boolean isBare = column.name().matches("[A-Za-z_][A-Za-z0-9_]*")
                    && columns.bare(column.name()).filter(column::equals).isPresent();
            String quoted = '"' + column.name() + '"';
            add(
                    isBare && !caret.isQuoted() ? column.name() : quoted,
                    Kind.COLUMN,
                    column.type().label(),
                    "");
        }
    }

    private void keywords(List<String> words) {
        words.forEach(word -> add(word, Kind.KEYWORD, "", ""));
    }

    /** Keeps what begins with what has been typed, where a quote may stand before. */
    private void add(String text, Kind kind, String detail, String doc) {
        String typed = caret.typed();
        int from = text.startsWith("\"") && !typed.startsWith("\"") ? 1 : 0;
        if (text.regionMatches(true, from, typed, 0, typed.length())) {
            found.add(new Completion(text, kind, caret.prefix(), detail, doc));
        }
    }
}
