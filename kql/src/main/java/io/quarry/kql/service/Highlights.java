package io.quarry.kql.service;

import io.quarry.kql.Kql;
import io.quarry.kql.KqlReference;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.kql.service.Highlight.Kind;
import io.quarry.kql.syntax.Lexeme;
import io.quarry.kql.syntax.Lexemes;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The parts of a text with what they are. */
public final class Highlights {
    private static final Set<String> KEYWORDS = Set.of(
            "let",
            "set",
            "declare",
            "alias",
            "restrict",
            "true",
            "false",
            "null",
            "asc",
            "desc",
            "nulls",
            "first",
            "last");

    private static final Set<String> OPERATORS = operators();

    private final List<Lexeme> lexemes;
    private final KqlCatalog catalog;
    private final Set<String> variables = new HashSet<>();

    private Highlights(List<Lexeme> lexemes, KqlCatalog catalog) {
        this.lexemes = lexemes;
        this.catalog = catalog;
        for (int i = 0; i + 1 < lexemes.size(); i++) {
            if (lexemes.get(i).is("let")) {
                variables.add(lexemes.get(i + 1).text());
            }
        }
    }

    private static Set<String> operators() {
        Set<String> operators = new HashSet<>();
        KqlReference.instance().constructs().stream()
                .filter(construct -> construct.kind().equals("operator"))
                .forEach(construct -> operators.add(construct.name()));
        return Set.copyOf(operators);
    }

    /** In the order of the text, without overlap; blanks belong to no part. */
    public static List<Highlight> of(SourceText source, KqlCatalog catalog) {
        List<Lexeme> lexemes = Lexemes.of(source);
        Highlights highlights = new Highlights(lexemes, catalog);
        List<Span> errors = Kql.compile(source, catalog).diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(Diagnostic::span)
                .toList();
        List<Highlight> parts = new ArrayList<>();
        int operatorEnd = 0;
        for (int i = 0; i < lexemes.size(); i++) {
            Span span = lexemes.get(i).span();
            if (highlights.beginsOperator(i)) {
                operatorEnd = highlights.operatorEnd(i);
            }
            boolean wrong =
                    errors.stream().anyMatch(error -> error.start() <= span.start() && span.end() <= error.end());
            Kind kind = span.end() <= operatorEnd ? Kind.OPERATOR : highlights.kind(i);
            parts.add(new Highlight(span, wrong && kind != Kind.COMMENT ? Kind.ERROR : kind));
        }
        return List.copyOf(parts);
    }

    private boolean beginsOperator(int i) {
        if (lexemes.get(i).kind() != Lexeme.Kind.NAME) {
            return false;
        }
        int before = i - 1;
        while (before >= 0 && lexemes.get(before).kind() == Lexeme.Kind.COMMENT) {
            before--;
        }
        boolean first =
                before < 0 || lexemes.get(before).is(";") || lexemes.get(before).is("(");
        return before >= 0 && lexemes.get(before).is("|")
                || first && OPERATORS.contains(lexemes.get(i).text());
    }

    private int operatorEnd(int i) {
        int last = i;
        while (last + 2 < lexemes.size()
                && lexemes.get(last + 1).is("-")
                && lexemes.get(last).touches(lexemes.get(last + 1))
                && lexemes.get(last + 1).touches(lexemes.get(last + 2))) {
            last += 2;
        }
        return lexemes.get(last).span().end();
    }

    private Kind kind(int i) {
        Lexeme lexeme = lexemes.get(i);
        return switch (lexeme.kind()) {
            case COMMENT -> Kind.COMMENT;
            case STRING -> Kind.STRING;
            case NUMBER, TYPED_LITERAL -> Kind.NUMBER;
            case SYMBOL -> Kind.PUNCTUATION;
            case NAME -> name(i);
        };
    }

    private Kind name(int i) {
        String name = lexemes.get(i).text();
        if (variables.contains(name)) {
            return Kind.VARIABLE;
        }
        if (KEYWORDS.contains(name) || StepWords.isWord(name) || isNegatedOrTextOperator(name)) {
            return Kind.KEYWORD;
        }
        if (i + 1 < lexemes.size() && lexemes.get(i + 1).is("(")) {
            return Kind.FUNCTION;
        }
        return catalog.table(name).isPresent() ? Kind.TABLE : Kind.COLUMN;
    }

    private static boolean isNegatedOrTextOperator(String name) {
        return KqlReference.instance().find("string operator", name).isPresent();
    }
}
