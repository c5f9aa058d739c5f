package io.quarry.bench.conformance;

import io.quarry.aql.Aql;
import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.aql.catalog.AqlColumns;
import io.quarry.aql.catalog.AqlSwitch;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.aql.syntax.BinaryOperator;
import io.quarry.aql.syntax.Expression;
import io.quarry.aql.syntax.Query;
import io.quarry.aql.syntax.QueryParser;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import io.quarry.plan.TextEdit;
import io.quarry.telemetry.view.Views;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A query with one thing changed. If it then agrees with the rule about an event, that thing made the difference.
 *
 * @param cause what is undone
 */
record Experiment(DifferenceCause cause, SourceText text, AqlCatalog catalog) {
    private static final AqlCatalog STANDARD = AqlCatalog.standard();
    private static final AqlColumns COLUMNS =
            STANDARD.table("events").orElseThrow().columns();
    private static final Views VIEWS = Views.shipped();

    /** What is changed to undo each cause, one thing at a time. */
    private static final Map<DifferenceCause, List<Function<Part, List<TextEdit>>>> CHANGES = new EnumMap<>(Map.of(
            DifferenceCause.UNDEFINED_PROPERTY,
            decided(Experiment::isUndefined),
            DifferenceCause.CONSTANT_TEXT,
            decided(Experiment::isConstant),
            DifferenceCause.PAYLOAD,
            decided(Experiment::isPayload),
            DifferenceCause.NAME_WITHOUT_FOLDER,
            List.of(renamed("filename", "TargetFilename"), renamed("process name", "Process Path")),
            DifferenceCause.USER_WITHOUT_DOMAIN,
            List.of(renamed("username", "User")),
            DifferenceCause.MODULE_AS_PROCESS,
            List.of(renamed("process path", "Image")),
            DifferenceCause.LETTER_CASE,
            List.of(Experiment::anyCase),
            DifferenceCause.WILDCARD,
            List.of(literal("_"), literal("_%"))));

    /**
     * A part of the condition.
     *
     * @param positive false below an odd number of {@code NOT}s
     */
    private record Part(Expression expression, boolean positive) {}

    /** The plan; empty where the change does not fit the types. */
    Optional<Plan> plan() {
        return Aql.compile(text, catalog).plan();
    }

    /** All experiments with a query, single causes first. */
    static List<Experiment> with(SourceText source) {
        List<Part> parts = new ArrayList<>();
        for (Query query : QueryParser.parse(new Findings(source))) {
            query.where().ifPresent(condition -> collect(condition, true, parts));
        }
        List<Experiment> all = new ArrayList<>();
        List<Function<Part, List<TextEdit>>> together = new ArrayList<>();
        CHANGES.forEach((cause, changes) -> {
            for (Function<Part, List<TextEdit>> change : changes) {
                List<TextEdit> edits = edits(parts, List.of(change));
                if (!edits.isEmpty()) {
                    all.add(new Experiment(cause, edited(source, edits), STANDARD));
                    together.add(change);
                }
            }
        });
        all.add(new Experiment(DifferenceCause.PART_OF_VALUE, source, STANDARD.on(AqlSwitch.REGEX_ANYWHERE)));
        all.add(new Experiment(DifferenceCause.ABSENT, source, STANDARD.on(AqlSwitch.ABSENT_IS_FALSE)));
        all.add(new Experiment(
                DifferenceCause.SEVERAL,
                edited(source, edits(parts, together)),
                STANDARD.on(AqlSwitch.REGEX_ANYWHERE).on(AqlSwitch.ABSENT_IS_FALSE)));
        return all;
    }

    private static void collect(Expression expression, boolean positive, List<Part> parts) {
        parts.add(new Part(expression, positive));
        boolean below = positive ^ expression instanceof Expression.Not;
        expression.children().forEach(child -> collect(child, below, parts));
    }

    private static List<TextEdit> edits(List<Part> parts, List<Function<Part, List<TextEdit>>> changes) {
        return parts.stream()
                .flatMap(part -> changes.stream().flatMap(change -> change.apply(part).stream()))
                .toList();
    }

    /** A change that lets the tests of some operands let every event pass, or none. */
    private static Function<Part, List<TextEdit>> decided(Predicate<Expression> operands, boolean pass) {
        return part -> tested(part.expression())
                .filter(operands)
                .map(operand -> new TextEdit(part.expression().span(), part.positive() == pass ? "(1 = 1)" : "(1 = 0)"))
                .stream()
                .toList();
    }

    private static List<Function<Part, List<TextEdit>>> decided(Predicate<Expression> operands) {
        return List.of(decided(operands, true), decided(operands, false));
    }

    private static SourceText edited(SourceText source, List<TextEdit> edits) {
        return new SourceText(source.name(), TextEdit.apply(source.text(), edits));
    }

    private static Stream<Expression> withChildren(Expression expression) {
        return Stream.concat(
                Stream.of(expression), expression.children().stream().flatMap(Experiment::withChildren));
    }

    /** What a condition is about; empty for what is no test of a value. */
    private static Optional<Expression> tested(Expression expression) {
        if (expression instanceof Expression.Match match) {
            return Optional.of(match.operand());
        }
        if (expression instanceof Expression.In in) {
            return Optional.of(in.operand());
        }
        if (expression instanceof Expression.IsNull isNull) {
            return Optional.of(isNull.operand());
        }
        return expression instanceof Expression.Binary comparison
                        && comparison.operator().isComparison()
                ? Optional.of(comparison.left())
                : Optional.empty();
    }

    private static boolean isUndefined(Expression operand) {
        return withChildren(operand)
                .anyMatch(part -> part instanceof Expression.Name name
                        && COLUMNS.quoted(name.text())
                                .filter(column -> VIEWS.fills(AqlCatalog.EVENTS, column.name()))
                                .isEmpty());
    }

    private static boolean isConstant(Expression operand) {
        return withChildren(operand)
                .anyMatch(part -> part instanceof Expression.Text text
                        && COLUMNS.quoted(text.value().strip()).isPresent());
    }

    private static boolean isPayload(Expression operand) {
        return withChildren(operand)
                .anyMatch(part ->
                        part instanceof Expression.Name name && name.text().equalsIgnoreCase("payload"));
    }

    private static Function<Part, List<TextEdit>> renamed(String from, String to) {
        return part ->
                part.expression() instanceof Expression.Name name && name.text().equalsIgnoreCase(from)
                        ? List.of(new TextEdit(name.span(), '"' + to + '"'))
                        : List.of();
    }

    private static List<TextEdit> anyCase(Part part) {
        List<Expression> compared = new ArrayList<>();
        Expression expression = part.expression();
        if (expression instanceof Expression.Binary equal && equal.operator() == BinaryOperator.EQUAL) {
            compared.addAll(List.of(equal.left(), equal.right()));
        } else if (expression instanceof Expression.In in) {
            compared.addAll(in.children());
        }
        boolean isText = compared.stream().skip(1).anyMatch(Expression.Text.class::isInstance);
        return !isText
                ? List.of()
                : compared.stream().flatMap(Experiment::lower).toList();
    }

    private static Stream<TextEdit> lower(Expression value) {
        int start = value.span().start();
        int end = value.span().end();
        return Stream.of(new TextEdit(new Span(start, start), "LOWER("), new TextEdit(new Span(end, end), ")"));
    }

    /** A change that takes some wildcards of patterns for the characters that they are. */
    private static Function<Part, List<TextEdit>> literal(String characters) {
        return part -> part.expression() instanceof Expression.Match match
                        && match.operator().hasWildcards()
                        && match.patterns().stream().allMatch(Expression.Text.class::isInstance)
                ? regexes(match, characters)
                : List.of();
    }

    private static List<TextEdit> regexes(Expression.Match match, String literal) {
        List<TextEdit> edits = new ArrayList<>();
        String operator = match.operator().ignoresCase() ? "IMATCHES" : "MATCHES";
        edits.add(new TextEdit(match.operatorSpan(), match.negated() ? "NOT " + operator : operator));
        for (Expression pattern : match.patterns()) {
            String regex = regex(((Expression.Text) pattern).value(), literal);
            edits.add(new TextEdit(pattern.span(), "'" + regex.replace("'", "''") + "'"));
        }
        return edits;
    }

    private static String regex(String pattern, String literal) {
        StringBuilder out = new StringBuilder("(?s)");
        pattern.codePoints().forEach(c -> {
            if (literal.indexOf(c) < 0 && (c == '%' || c == '_')) {
                out.append(c == '%' ? ".*" : ".");
            } else {
                out.append("\\Q").appendCodePoint(c).append("\\E");
            }
        });
        return out.toString();
    }

    /** The cause of a refusal, by the code of its first error. */
    static DifferenceCause ofRefusal(String code) {
        return switch (code) {
            case "UNKNOWN_FIELD" -> DifferenceCause.UNDEFINED_FIELD;
            case "UNSUPPORTED", "NOT_CONVERTIBLE" -> DifferenceCause.REGEX_REFUSED;
            case "RAW_PAYLOAD" -> DifferenceCause.RAW_PAYLOAD;
            default -> DifferenceCause.NO_AQL;
        };
    }
}
