package io.quarry.kql.analysis;

import io.quarry.data.Dynamic;
import io.quarry.data.Type;
import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.FunctionParameter;
import io.quarry.kql.type.Conversions;
import io.quarry.kql.type.Shape;
import io.quarry.plan.Expr;
import io.quarry.plan.ScalarFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads literals whose content the scanner kept raw, and dynamic ones. */
final class Literals {
    private final Analysis analysis;

    Literals(Analysis analysis) {
        this.analysis = analysis;
    }

    Scalar read(Expression.TypedLiteral literal) {
        String content = unquoted(literal.content());
        if (content.equals("null")) {
            return Scalar.literal(literal.type(), null);
        }
        if (content.isEmpty() && literal.type() == Type.DATETIME) {
            return Scalar.of(new Options(analysis).now());
        }
        Optional<Object> value = parse(literal.type(), content);
        if (value.isEmpty()) {
            analysis.report(
                    KqlCode.INVALID_LITERAL,
                    literal.span(),
                    "'" + content + "' is no " + literal.type().label());
            return Scalar.unknown(literal.type());
        }
        return Scalar.literal(literal.type(), value.get());
    }

    /** The value that a parameter has unless one is given; what is no literal of its type is reported. */
    Scalar byDefault(FunctionParameter parameter) {
        Type type = parameter.type().orElseThrow();
        Expression written = parameter.defaultValue().orElseThrow();
        if (!written.isLiteral()) {
            analysis.report(
                    KqlCode.CONSTANT_EXPECTED, written.span(), "the default of a parameter has to be a literal");
            return Scalar.unknown(type);
        }
        Scalar value = analysis.constant(written);
        boolean fits = value.type() == type || value.type().isNumeric() && type.isNumeric();
        Optional<Expr> converted = value.isKnown() && fits
                ? Conversions.convert(value.expr(), type, analysis.origin(written.span()))
                : Optional.empty();
        if (value.isKnown() && converted.isEmpty()) {
            analysis.report(
                    KqlCode.WRONG_TYPE,
                    written.span(),
                    "the parameter '" + parameter.name() + "' has type " + type.label() + ", found "
                            + value.type().label());
        }
        return converted.map(Scalar::of).orElse(Scalar.unknown(type));
    }

    /** The value of a text in the type's literal form; empty if it has none. */
    static Optional<Object> parse(Type type, String content) {
        String function = "to" + type.label();
        return Functions.scalar(Language.KQL, function, List.of(Type.STRING))
                .map(overload -> apply(overload, unsigned(type, content)));
    }

    private static Object apply(ScalarFunction function, String content) {
        return function.apply(new Object[] {content});
    }

    /** {@code real(+inf)} is a literal, while the conversion of a text knows infinity without a sign only. */
    private static String unsigned(Type type, String content) {
        return type == Type.REAL && content.startsWith("+") ? content.substring(1) : content;
    }

    private static String unquoted(String content) {
        if (content.length() >= 2
                && (content.charAt(0) == '"' || content.charAt(0) == '\'')
                && content.charAt(content.length() - 1) == content.charAt(0)) {
            return content.substring(1, content.length() - 1).strip();
        }
        return content;
    }

    /** The content of {@code dynamic(...)}. */
    Scalar tree(Expression content) {
        return Scalar.literal(Type.DYNAMIC, value(content)).shaped(shape(content));
    }

    private Shape shape(Expression node) {
        if (node instanceof Expression.DynamicArray array) {
            return new Shape.Array(
                    Shape.common(array.elements().stream().map(this::shape).toList()));
        }
        if (node instanceof Expression.DynamicBag bag) {
            Map<String, Shape> members = new HashMap<>();
            bag.entries().forEach(entry -> members.put(entry.key(), shape(entry.value())));
            return new Shape.Bag(members);
        }
        if (node instanceof Expression.Dynamic nested) {
            return shape(nested.value());
        }
        Scalar leaf = analysis.constant(node);
        boolean isNull = leaf.expr() instanceof Expr.Literal literal && literal.value() == null;
        return isNull ? Shape.ANY : leaf.within();
    }

    private Object value(Expression node) {
        if (node instanceof Expression.DynamicArray array) {
            List<Object> elements = new ArrayList<>(array.elements().size());
            array.elements().forEach(element -> elements.add(value(element)));
            return elements;
        }
        if (node instanceof Expression.DynamicBag bag) {
            Map<String, Object> entries = new LinkedHashMap<>();
            bag.entries().forEach(entry -> entries.put(entry.key(), value(entry.value())));
            return entries;
        }
        if (node instanceof Expression.Dynamic nested) {
            return value(nested.value());
        }
        Scalar leaf = analysis.constant(node);
        return leaf.expr() instanceof Expr.Literal literal ? leaf(literal) : null;
    }

    private static Object leaf(Expr.Literal literal) {
        if (literal.value() == null) {
            return null;
        }
        return switch (literal.type()) {
            case DATETIME -> new Dynamic.DateTime((Long) literal.value());
            case TIMESPAN -> new Dynamic.TimeSpan((Long) literal.value());
            case BOOL, INT, LONG, REAL, DECIMAL, STRING, GUID, DYNAMIC -> literal.value();
        };
    }
}
