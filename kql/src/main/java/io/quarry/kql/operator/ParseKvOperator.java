package io.quarry.kql.operator;

import io.quarry.data.Type;
import io.quarry.functions.parse.KeyValues;
import io.quarry.functions.text.Regex;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.ColumnDeclaration;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.kql.type.Constants;
import io.quarry.kql.type.Conversions;
import io.quarry.kql.type.Overloads;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Expr;
import io.quarry.plan.FunctionException;
import io.quarry.plan.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code parse-kv}: columns from a text of keys and values. One function gives the array of the values; each column is the
 * conversion of its element.
 */
final class ParseKvOperator {
    private final Analysis analysis;

    ParseKvOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.ParseKv parse, Relation input) {
        Scalar text = analysis.scalar(parse.text(), input);
        Optional<Map<String, Object>> pattern = pattern(parse);
        Optional<Expr> values =
                text.isKnown() && pattern.isPresent() ? values(parse, pattern.get(), text.expr()) : Optional.empty();
        Projection columns = Projection.of(input);
        Set<String> added = new HashSet<>();
        for (int i = 0; i < parse.columns().size(); i++) {
            ColumnDeclaration column = parse.columns().get(i);
            int index = i;
            Scalar value = values.map(all -> value(all, index, column)).orElse(Scalar.unknown(column.type()));
            if (added.add(column.name())) {
                columns.put(column.name(), value);
            } else {
                analysis.report(
                        KqlCode.DUPLICATE_NAME,
                        column.span(),
                        "the column '" + column.name() + "' is declared already");
            }
        }
        return columns.over(input);
    }

    private Optional<Expr> values(Operator.ParseKv parse, Map<String, Object> pattern, Expr value) {
        Origin origin = analysis.origin(parse.text().span());
        Optional<Expr> text = Conversions.convert(value, Type.STRING, origin);
        if (text.isEmpty()) {
            analysis.unsupported(
                    parse.text().span(), "the text of a " + value.type().label());
        }
        return text.flatMap(
                known -> Overloads.call("parse kv", List.of(new Expr.Literal(Type.DYNAMIC, pattern), known), origin));
    }

    private Scalar value(Expr values, int index, ColumnDeclaration column) {
        Origin origin = analysis.origin(column.span());
        return Overloads.call("[]", List.of(values, new Expr.Literal(Type.LONG, (long) index)), origin)
                .flatMap(element -> Conversions.convert(element, Type.STRING, origin))
                .flatMap(text -> column.type() == Type.DYNAMIC
                        ? Overloads.call("todynamic", List.of(text), origin)
                        : Conversions.convert(text, column.type(), origin))
                .map(Scalar::of)
                .orElseThrow(() -> new IllegalStateException("no conversion of a text to " + column.type()));
    }

    /** The description of the pattern; empty after an error. */
    private Optional<Map<String, Object>> pattern(Operator.ParseKv parse) {
        Map<String, Object> pattern = new LinkedHashMap<>();
        pattern.put(
                KeyValues.KEYS,
                parse.columns().stream().map(ColumnDeclaration::name).toList());
        boolean isSound = true;
        for (Operator.ParseKv.Setting setting : parse.settings()) {
            isSound &= add(setting, pattern);
        }
        return isSound && fits(parse, pattern) ? Optional.of(pattern) : Optional.empty();
    }

    private boolean add(Operator.ParseKv.Setting setting, Map<String, Object> pattern) {
        String name = setting.name().name();
        return switch (name) {
            case KeyValues.GREEDY ->
                constant(setting, Type.BOOL)
                        .map(value -> pattern.put(name, value) == null)
                        .orElse(false);
            case KeyValues.REGEX ->
                constant(setting, Type.STRING)
                        .filter(value -> isPattern(setting, (String) value))
                        .map(value -> pattern.put(name, value) == null)
                        .orElse(false);
            case KeyValues.PAIR_DELIMITER, KeyValues.KV_DELIMITER ->
                constant(setting, Type.STRING)
                        .filter(value -> hasLength(setting, (String) value, 1, Integer.MAX_VALUE))
                        .map(value -> pattern.put(name, value) == null)
                        .orElse(false);
            case KeyValues.QUOTE -> addTo(setting, 2, pattern);
            case KeyValues.ESCAPE -> addTo(setting, 1, pattern);
            default -> {
                analysis.report(
                        CommonCode.SYNTAX,
                        setting.name().span(),
                        "parse-kv has no setting '" + name + "'",
                        "the settings are pair_delimiter, kv_delimiter, quote, escape, greedy and regex");
                yield false;
            }
        };
    }

    private boolean addTo(Operator.ParseKv.Setting setting, int longest, Map<String, Object> pattern) {
        Optional<Object> value =
                constant(setting, Type.STRING).filter(text -> hasLength(setting, (String) text, 1, longest));
        List<Object> all =
                new ArrayList<>((List<?>) pattern.getOrDefault(setting.name().name(), List.of()));
        value.ifPresent(all::add);
        pattern.put(setting.name().name(), all);
        return value.isPresent();
    }

    private Optional<Object> constant(Operator.ParseKv.Setting setting, Type type) {
        Scalar value = analysis.constant(setting.value());
        if (!value.isKnown()) {
            return Optional.empty();
        }
        Optional<Object> constant = Constants.literal(value.expr())
                .filter(literal -> literal.type() == type)
                .map(Expr.Literal::value);
        if (constant.isEmpty()) {
            analysis.report(
                    KqlCode.CONSTANT_EXPECTED,
                    setting.value().span(),
                    setting.name().name() + " takes a constant of type " + type.label() + ", found "
                            + value.type().label());
        }
        return constant;
    }

    private boolean hasLength(Operator.ParseKv.Setting setting, String text, int least, int most) {
        if (text.length() >= least && text.length() <= most) {
            return true;
        }
        String wanted = most == Integer.MAX_VALUE
                ? "at least one character"
                : most == 1 ? "one character" : "one or two characters";
        analysis.report(
                KqlCode.INVALID_LITERAL,
                setting.value().span(),
                setting.name().name() + " takes " + wanted + ", found " + text.length());
        return false;
    }

    private boolean isPattern(Operator.ParseKv.Setting setting, String pattern) {
        try {
            int groups = Regex.of(pattern).groups();
            if (groups == 2) {
                return true;
            }
            analysis.report(
                    KqlCode.INVALID_LITERAL,
                    setting.value().span(),
                    "the expression needs two groups, of the key and of the value, found " + groups);
        } catch (FunctionException e) {
            analysis.report(KqlCode.INVALID_LITERAL, setting.value().span(), e.getMessage());
        }
        return false;
    }

    /** Both delimiters or none, and neither beside an expression. */
    private boolean fits(Operator.ParseKv parse, Map<String, Object> pattern) {
        boolean hasPair = pattern.containsKey(KeyValues.PAIR_DELIMITER);
        boolean hasKv = pattern.containsKey(KeyValues.KV_DELIMITER);
        boolean hasRegex = pattern.containsKey(KeyValues.REGEX);
        String wrong = "";
        if (hasRegex && pattern.size() > 2) {
            wrong = "regex stands alone, found other settings beside it";
        } else if (hasPair != hasKv) {
            wrong = "pair_delimiter and kv_delimiter go together, found one of them";
        } else if (pattern.containsKey(KeyValues.GREEDY) && !hasPair) {
            wrong = "greedy needs pair_delimiter and kv_delimiter";
        } else if (pattern.containsKey(KeyValues.ESCAPE) && !pattern.containsKey(KeyValues.QUOTE)) {
            wrong = "escape needs a quote";
        }
        if (!wrong.isEmpty()) {
            Expression.Name first = parse.settings().get(0).name();
            analysis.report(CommonCode.SYNTAX, first.span(), wrong);
        }
        return wrong.isEmpty();
    }
}
