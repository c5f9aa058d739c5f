package io.quarry.kql.service;

import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.kql.KqlReference;
import io.quarry.kql.Prospect;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.kql.syntax.Lexeme;
import io.quarry.kql.syntax.Lexemes;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import io.quarry.plan.reference.Construct;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Explains the words of a text: operators, functions, tables, columns, variables. */
public final class Hovers {
    private static final int COLUMNS_SHOWN = 20;

    private final SourceText source;
    private final KqlCatalog catalog;

    private Hovers(SourceText source, KqlCatalog catalog) {
        this.source = source;
        this.catalog = catalog;
    }

    /** What the word at the place is; empty where nothing is known of it. */
    public static Optional<Hover> at(SourceText source, int offset, KqlCatalog catalog) {
        List<Lexeme> lexemes = Lexemes.of(source);
        for (int i = 0; i < lexemes.size(); i++) {
            Lexeme lexeme = lexemes.get(i);
            if (lexeme.span().start() <= offset && offset < lexeme.span().end()) {
                return new Hovers(source, catalog).explain(lexemes, i);
            }
        }
        return Optional.empty();
    }

    private Optional<Hover> explain(List<Lexeme> lexemes, int i) {
        Lexeme word = lexemes.get(i);
        if (word.kind() != Lexeme.Kind.NAME && word.kind() != Lexeme.Kind.SYMBOL) {
            return Optional.empty();
        }
        Optional<Hover> operator = operator(lexemes, i);
        if (operator.isPresent()) {
            return operator;
        }
        boolean called = i + 1 < lexemes.size() && lexemes.get(i + 1).is("(");
        Prospect known = new Caret(source, word.span().start()).prospect(catalog);
        return column(word, known)
                .or(() -> variable(word, known))
                .or(() -> called ? function(word) : Optional.empty())
                .or(() -> table(word))
                .or(() -> between(lexemes, i));
    }

    /** The operator whose name stands after a pipe or at the beginning of a statement; its parts are joined by hyphens. */
    private Optional<Hover> operator(List<Lexeme> lexemes, int i) {
        int first = i;
        while (first > 0 && lexemes.get(first - 1).touches(lexemes.get(first)) && isPart(lexemes.get(first - 1))) {
            first--;
        }
        boolean begins = first == 0
                || List.of("|", ";", "(").contains(lexemes.get(first - 1).text());
        if (!begins) {
            return Optional.empty();
        }
        int last = i;
        while (last + 1 < lexemes.size()
                && lexemes.get(last).touches(lexemes.get(last + 1))
                && isPart(lexemes.get(last + 1))) {
            last++;
        }
        Span span = new Span(
                lexemes.get(first).span().start(), lexemes.get(last).span().end());
        String name = source.slice(span);
        return find(List.of("operator", "statement"), name).map(construct -> hover(span, construct));
    }

    private static boolean isPart(Lexeme lexeme) {
        return lexeme.kind() == Lexeme.Kind.NAME || lexeme.is("-");
    }

    /** An operator between operands, with the exclamation mark or tilde that belongs to it. */
    private Optional<Hover> between(List<Lexeme> lexemes, int i) {
        List<Span> spans = new ArrayList<>();
        Span word = lexemes.get(i).span();
        if (i > 0
                && lexemes.get(i - 1).is("!")
                && i + 1 < lexemes.size()
                && lexemes.get(i + 1).is("~")) {
            spans.add(lexemes.get(i - 1).span().to(lexemes.get(i + 1).span()));
        }
        if (i > 0 && lexemes.get(i - 1).is("!")) {
            spans.add(lexemes.get(i - 1).span().to(word));
        }
        if (i + 1 < lexemes.size()) {
            spans.add(word.to(lexemes.get(i + 1).span()));
        }
        spans.add(word);
        for (Span span : spans) {
            Optional<Construct> found = find(
                    List.of("string operator", "comparison operator", "arithmetic operator"),
                    source.slice(span).replaceAll("\\s+", " "));
            if (found.isPresent()) {
                return Optional.of(hover(span, found.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Construct> find(List<String> kinds, String name) {
        return kinds.stream()
                .flatMap(kind -> KqlReference.instance().find(kind, name).stream())
                .findFirst();
    }

    private static Optional<Hover> function(Lexeme word) {
        return find(
                        List.of(KqlReference.SCALAR, KqlReference.AGGREGATE, "table function", "plugin", "operator"),
                        word.text())
                .map(construct -> hover(word.span(), construct));
    }

    private static Hover hover(Span span, Construct construct) {
        String example = construct.example().isEmpty() ? "" : "\n" + construct.example();
        String differs = construct.differs().isEmpty() ? "" : "\n" + construct.differs();
        return new Hover(
                span,
                construct.usage().isEmpty() ? construct.name() : construct.usage(),
                (construct.doc() + differs + example).strip());
    }

    private static Optional<Hover> column(Lexeme word, Prospect known) {
        int index = known.columns().indexOf(word.text());
        return index < 0
                ? Optional.empty()
                : Optional.of(new Hover(
                        word.span(),
                        word.text() + ": " + known.columns().type(index).label(),
                        "column"));
    }

    private static Optional<Hover> variable(Lexeme word, Prospect known) {
        return known.variables().stream()
                .filter(variable -> variable.name().equals(word.text()))
                .findFirst()
                .map(variable -> new Hover(
                        word.span(),
                        variable.name()
                                + variable.type()
                                        .map(type -> ": " + type.label())
                                        .orElse(""),
                        variable.columns()
                                .map(Hovers::columns)
                                .orElse(variable.kind().name().toLowerCase(Locale.ROOT))));
    }

    private Optional<Hover> table(Lexeme word) {
        return catalog.table(word.text())
                .map(schema -> new Hover(word.span(), "table " + word.text(), columns(schema)));
    }

    private static String columns(Schema schema) {
        String shown = schema.fields().stream()
                .limit(COLUMNS_SHOWN)
                .map(Hovers::column)
                .collect(Collectors.joining(", "));
        int more = schema.size() - COLUMNS_SHOWN;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    private static String column(Field field) {
        return field.name() + ": " + field.type().label();
    }
}
