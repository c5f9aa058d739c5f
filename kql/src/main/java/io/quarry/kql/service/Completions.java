package io.quarry.kql.service;

import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.kql.KqlReference;
import io.quarry.kql.Prospect;
import io.quarry.kql.Prospect.Variable;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.kql.service.Completion.Kind;
import io.quarry.kql.syntax.Lexeme;
import io.quarry.plan.SourceText;
import io.quarry.plan.reference.Construct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What could be written at a place of a text. */
public final class Completions {
    private static final List<String> TYPES =
            List.of("bool", "datetime", "decimal", "dynamic", "guid", "int", "long", "real", "string", "timespan");

    private static final Set<String> LEADING =
            Set.of("datatable", "externaldata", "find", "print", "range", "search", "union", "evaluate");

    private static final Set<String> AGGREGATING = Set.of("summarize", "make-series", "top-nested");

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
        Map<String, Completion> unique = new LinkedHashMap<>();
        completions.found.forEach(completion -> unique.putIfAbsent(completion.text(), completion));
        return List.copyOf(unique.values());
    }

    private void find() {
        if (caret.back(1).is(".")) {
            afterDot();
        } else if (caret.isAtStart()) {
            statement();
        } else if (caret.isAtOperator()) {
            operators();
        } else if (isAtType()) {
            TYPES.forEach(type -> add(type, Kind.KEYWORD, "", ""));
        } else if (caret.back(1).is("=")
                && StepWords.of(caret.operator()).hasParameter(caret.back(2).text())) {
            StepWords.of(caret.operator()).values(caret.back(2).text()).forEach(this::keyword);
        } else {
            step();
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
        if (!operand) {
            columns(known.columns());
            variables(known, Set.of(Variable.Kind.values()));
            if (words.takesTables()) {
                tables();
            }
            functions(operator);
        }
        words.keywords(operand).forEach(this::keyword);
        if (operand) {
            constructs("string operator", Kind.KEYWORD, Set.of());
            constructs("comparison operator", Kind.KEYWORD, Set.of());
            List.of("and", "or").forEach(this::keyword);
        }
    }

    /** True where a value has just ended, so that an operator or keyword follows. */
    private boolean isAfterOperand() {
        Lexeme last = caret.back(1);
        return switch (last.kind()) {
            case STRING, NUMBER, TYPED_LITERAL -> true;
            case NAME -> !caret.isAfterOperatorName() && !StepWords.isWord(last.text());
            case SYMBOL -> last.is(")") || last.is("]");
            case COMMENT -> false;
        };
    }

    private void afterDot() {
        String side = caret.back(2).text();
        if (side.equals("$left")) {
            columns(caret.prospect(catalog).columns());
        } else if (side.equals("$right")) {
            columns(rightSide());
        }
    }

    /** The columns of the table in the parentheses of a join, or of the one named there. */
    private Schema rightSide() {
        List<Lexeme> step = caret.step();
        StringBuilder right = new StringBuilder();
        int depth = 0;
        for (Lexeme word : step.subList(Math.min(1, step.size()), step.size())) {
            if (depth == 0 && word.is("on")) {
                break;
            }
            depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
            right.append(word.text()).append(' ');
        }
        String text = right.toString().replaceFirst("^(?:[a-z_.]+ = \\w+ )*", "");
        return Prospect.of(new SourceText("right", text), catalog).columns();
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

    private void functions(String operator) {
        if (AGGREGATING.contains(operator)) {
            constructs(KqlReference.AGGREGATE, Kind.FUNCTION, Set.of());
        }
        constructs(KqlReference.SCALAR, Kind.FUNCTION, Set.of());
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
