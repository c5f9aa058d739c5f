package io.quarry.kql.service;

import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.kql.KqlReference;
import io.quarry.kql.Prospect;
import io.quarry.kql.Prospect.Variable;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.kql.syntax.Lexeme;
import io.quarry.plan.Completion;
import io.quarry.plan.Completion.Kind;
import io.quarry.plan.SourceText;
import io.quarry.plan.reference.Construct;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What could be written at a place of a text. */
public final class Completions {
    private static final List<String> TYPES =
            List.of("bool", "datetime", "decimal", "dynamic", "guid", "int", "long", "real", "string", "timespan");

    private static final Set<String> LEADING =
            Set.of("datatable", "externaldata", "find", "print", "range", "search", "union", "evaluate");

    private static final Set<String> AGGREGATING = Set.of("summarize", "make-series", "top-nested", "evaluate");

    private static final Set<String> JOINING = Set.of("join", "lookup");
    private static final Set<String> NAMING_COLUMNS = Set.of("project-away", "project-keep", "project-reorder");

    /** Operators after whose names nothing but {@code by} can stand. */
    private static final Set<String> WITH_BY = Set.of("sort", "order");

    private final KqlCatalog catalog;
    private final Caret caret;
    private final List<Completion> found = new ArrayList<>();

    private Completions(KqlCatalog catalog, Caret caret) {
        this.catalog = catalog;
        this.caret = caret;
    }

    /**
     * What could be written there, likeliest kinds first, each kind by name: only what begins with the name that has been
     * begun, whatever the case of letters. Empty inside of strings and comments.
     *
     * @param offset in UTF-16 code units; anything outside of the text is its nearest end
     */
    public static List<Completion> at(SourceText source, int offset, KqlCatalog catalog) {
        Caret caret = new Caret(source, offset);
        Completions completions = new Completions(catalog, caret);
        if (!caret.isInText()) {
            completions.find();
        }
        return Completion.distinct(completions.found);
    }

    private void find() {
        if (caret.back(1).is(".")) {
            afterDot();
        } else if (caret.isAtStart()) {
            statement();
            if (caret.isAtValue()) {
                values(caret.prospect(catalog), "");
            }
        } else if (caret.isAtOperator()) {
            operators();
        } else if (caret.back(1).is("!")) {
            negated();
        } else if (caret.back(1).is("matches")) {
            keyword("regex");
        } else if (isAtType()) {
            TYPES.forEach(type -> add(type, Kind.KEYWORD, "", ""));
        } else if (caret.back(1).is("=") && StepWords.of(caret.operator()).hasParameter(caret.parameter())) {
            StepWords.of(caret.operator()).values(caret.parameter()).forEach(this::keyword);
        } else {
            step();
        }
    }

    /** What an exclamation mark makes another operator. */
    private void negated() {
        for (Construct construct : KqlReference.instance().constructs()) {
            if (construct.name().matches("![a-z_]+~?")) {
                add(construct.name().substring(1), Kind.KEYWORD, construct.usage(), construct.doc());
            }
        }
    }

    private boolean isAtType() {
        return caret.back(1).is(":") || caret.back(1).is("(") && caret.back(2).is("typeof");
    }

    private void statement() {
        Prospect known = caret.prospect(catalog);
        variables(known, Set.of(Variable.Kind.TABLE, Variable.Kind.FUNCTION));
        tables();
        if (caret.words().isEmpty() || caret.back(1).is(";") || caret.back(1).is("{")) {
            List.of("let", "set").forEach(this::keyword);
        }
        constructs("operator", Kind.OPERATOR, LEADING);
        constructs("table function", Kind.FUNCTION, Set.of());
    }

    private void operators() {
        constructs("operator", Kind.OPERATOR, Set.of());
    }

    /** Inside of the step of an operator. */
    private void step() {
        String operator = caret.operator();
        StepWords words = StepWords.of(operator);
        if (operator.equals("render") && caret.step().size() == 1) {
            constructs("chart", Kind.KEYWORD, Set.of());
            return;
        }
        if (operator.equals("evaluate") && caret.step().size() == 1) {
            constructs("plugin", Kind.FUNCTION, Set.of());
            return;
        }
        Prospect known = caret.prospect(catalog);
        boolean operand = isAfterOperand();
        if (WITH_BY.contains(operator) && caret.step().size() <= 1) {
            keyword("by");
            return;
        }
        if (!operand && isJoinCondition()) {
            columns(shared(known));
            List.of("$left", "$right").forEach(this::keyword);
            return;
        }
        if (!operand && NAMING_COLUMNS.contains(operator)) {
            columns(known.columns());
        } else if (!operand) {
            values(known, operator);
            if (words.takesTables()) {
                tables();
                constructs("table function", Kind.FUNCTION, Set.of());
            }
        }
        words.keywords(operand).forEach(this::keyword);
        if (operand) {
            constructs("string operator", Kind.KEYWORD, Set.of());
            constructs("comparison operator", Kind.KEYWORD, Set.of());
            List.of("and", "or").forEach(this::keyword);
        }
    }

    /** What a value can begin with. */
    private void values(Prospect known, String operator) {
        columns(known.columns());
        variables(known, Set.of(Variable.Kind.values()));
        if (AGGREGATING.contains(operator)) {
            constructs(KqlReference.AGGREGATE, Kind.FUNCTION, Set.of());
        }
        constructs(KqlReference.SCALAR, Kind.FUNCTION, Set.of());
        constructs("table function", Kind.FUNCTION, Set.of("toscalar"));
        TYPES.forEach(this::keyword);
        List.of("false", "true").forEach(this::keyword);
    }

    /** True where a value has just ended, so that an operator or keyword follows. */
    private boolean isAfterOperand() {
        Lexeme last = caret.back(1);
        return switch (last.kind()) {
            case STRING, NUMBER, TYPED_LITERAL -> true;
            case NAME -> !caret.isAfterOperatorName() && !caret.isAfterParameter() && !StepWords.isWord(last.text());
            case SYMBOL -> last.is(")") || last.is("]");
            case COMMENT -> false;
        };
    }

    private void afterDot() {
        String before = caret.back(2).text();
        switch (before) {
            case "$left" -> columns(caret.prospect(catalog).columns());
            case "$right" -> columns(caret.joined(catalog));
            case "hint" -> StepWords.of(caret.operator()).hints().forEach(this::keyword);
            default -> {
                // Members of dynamic values are known to the data only.
            }
        }
    }

    private boolean isJoinCondition() {
        return JOINING.contains(caret.operator()) && caret.step().stream().anyMatch(word -> word.is("on"));
    }

    /** The columns that both sides of a join have. */
    private Schema shared(Prospect left) {
        Schema right = caret.joined(catalog);
        return new Schema(left.columns().fields().stream()
                .filter(field -> right.indexOf(field.name()) >= 0)
                .toList());
    }

    private void columns(Schema schema) {
        for (Field field : schema.fields()) {
            add(name(field.name()), Kind.COLUMN, field.type().label(), "");
        }
    }

    private static String name(String column) {
        return column.matches("[A-Za-z_$][A-Za-z0-9_]*") ? column : "['" + column.replace("'", "\\'") + "']";
    }

    private void variables(Prospect known, Set<Variable.Kind> kinds) {
        for (Variable variable : known.variables()) {
            if (kinds.contains(variable.kind())) {
                String detail = variable.type()
                        .map(type -> type.label())
                        .orElse(variable.kind().name().toLowerCase(Locale.ROOT));
                add(variable.name(), Kind.VARIABLE, detail, "");
            }
        }
    }

    private void tables() {
        catalog.tableNames().forEach(table -> add(table, Kind.TABLE, "", ""));
    }

    /** The constructs of a kind that are described; those of these names only, unless there are none. */
    private void constructs(String kind, Kind as, Set<String> names) {
        for (Construct construct : KqlReference.instance().constructs()) {
            boolean fits = construct.kind().equals(kind)
                    && !construct.doc().isEmpty()
                    && !construct.name().matches(".*[ ,(].*")
                    && (names.isEmpty() || names.contains(construct.name()));
            if (fits
                    || construct.name().equals("matches regex")
                            && construct.kind().equals(kind)) {
                add(construct.name(), as, construct.usage(), construct.doc());
            }
        }
    }

    private void keyword(String word) {
        add(word, Kind.KEYWORD, "", "");
    }

    private void add(String text, Kind kind, String detail, String doc) {
        String typed = caret.typed();
        if (text.regionMatches(true, 0, typed, 0, typed.length())) {
            found.add(new Completion(text, kind, caret.prefix(), detail, doc));
        }
    }
}
