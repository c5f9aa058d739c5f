package io.quarry.kql.syntax;

import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.syntax.Expression.Name;
import io.quarry.kql.syntax.Token.Kind;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Parses expressions by binding power; one method a production. */
final class ExpressionParser {
    /** Functions whose argument may be a pipe without parentheses of its own. */
    private static final Set<String> OF_TABLES = Set.of("toscalar", "materialize");

    private final Cursor cursor;
    private final QueryParser queries;
    private final OperatorSlips slips;

    /** The height of the tree that was built last. */
    private int height;

    /** The height of the highest tree since the innermost pipe began. */
    private int tallest;

    /** True inside of a predicate in which {@code column:"text"} is a comparison. */
    private boolean colonCompares;

    ExpressionParser(Cursor cursor, QueryParser queries) {
        this.cursor = cursor;
        this.queries = queries;
        this.slips = new OperatorSlips(cursor);
    }

    /** A scalar expression; not a pipe, unless in parentheses. */
    Expression expression() {
        cursor.enter();
        Expression expression = binary(BinaryOperators.OR);
        tallest = Math.max(tallest, height);
        cursor.leave();
        return expression;
    }

    /** An expression in which {@code :} compares a column with a text. */
    Expression searchPredicate() {
        colonCompares = true;
        try {
            return expression();
        } finally {
            colonCompares = false;
        }
    }

    /** {@code expression} or {@code name = expression} or {@code (a, b) = expression}. */
    Expression named() {
        int length = cursor.nameLength();
        if (length > 0
                && cursor.peek(length).isSymbol("=")
                && !cursor.peek(length + 1).isSymbol("!")) {
            Name name = Keywords.name(cursor);
            return value(List.of(name), name.span());
        }
        if (cursor.at("(") && nameTupleAhead()) {
            Token open = cursor.take();
            List<Name> names = new ArrayList<>();
            do {
                names.add(Keywords.name(cursor));
            } while (cursor.takeIf(","));
            cursor.expect(")");
            return value(names, open.span());
        }
        return expression();
    }

    /** As {@link #named}, but ends before {@code in}, which an operator may mean in its own way. */
    Expression namedBeforeIn() {
        int length = cursor.nameLength();
        if (length > 0 && cursor.peek(length).isSymbol("=")) {
            Name name = Keywords.name(cursor);
            cursor.expect("=");
            Expression value = beforeIn();
            return new Expression.Named(name.span().to(value.span()), List.of(name), value);
        }
        return beforeIn();
    }

    private Expression beforeIn() {
        cursor.enter();
        Expression expression = binary(BinaryOperators.RELATION);
        tallest = Math.max(tallest, height);
        cursor.leave();
        return expression;
    }

    /** One or more {@link #named}, divided by commas. */
    List<Expression> namedList() {
        return list(this::named);
    }

    /** One or more expressions, divided by commas. */
    List<Expression> expressionList() {
        return list(this::expression);
    }

    private List<Expression> list(Supplier<Expression> item) {
        List<Expression> items = new ArrayList<>();
        int highest = 0;
        do {
            items.add(item.get());
            highest = Math.max(highest, height);
        } while (cursor.takeIf(",") || MissingCommas.isAhead(cursor));
        height = highest;
        return items;
    }

    private Expression value(List<Name> names, Span start) {
        cursor.expect("=");
        Expression value = expression();
        return new Expression.Named(start.to(value.span()), names, value);
    }

    private boolean nameTupleAhead() {
        int at = 1;
        while (cursor.peek(at).kind() == Kind.NAME && cursor.peek(at + 1).isSymbol(",")) {
            at += 2;
        }
        return cursor.peek(at).kind() == Kind.NAME
                && cursor.peek(at + 1).isSymbol(")")
                && cursor.peek(at + 2).isSymbol("=");
    }

    private Expression binary(int least) {
        Expression left = sign();
        int highest = Integer.MAX_VALUE;
        while (true) {
            BinaryOperators.Ahead ahead = operatorAhead();
            if (ahead == null || ahead.power() < least || ahead.power() > highest) {
                return left;
            }
            if (ahead.power() <= BinaryOperators.AND) {
                left = logical(left, ahead);
            } else {
                left = step(left, ahead);
            }
            boolean chains = ahead.power() != BinaryOperators.EQUALITY && ahead.power() != BinaryOperators.RELATION;
            highest = chains ? ahead.power() : ahead.power() - 1;
        }
    }

    private BinaryOperators.Ahead operatorAhead() {
        BinaryOperators.Ahead ahead = BinaryOperators.at(cursor);
        return ahead == null ? slips.ahead() : ahead;
    }

    /** Takes the operator that stands here, or what stands for it and is reported. */
    private Span takeOperator(BinaryOperators.Ahead ahead, Expression left) {
        if (BinaryOperators.at(cursor) == null) {
            slips.report(ahead, left.span());
        }
        Span operator = cursor.take().span();
        for (int i = 1; i < ahead.tokens(); i++) {
            operator = operator.to(cursor.take().span());
        }
        return operator;
    }

    /** All operands of one connective become one node, so that ten thousand of them are no deeper than two. */
    private Expression logical(Expression first, BinaryOperators.Ahead ahead) {
        List<Expression> operands = new ArrayList<>(List.of(first));
        int highest = height;
        BinaryOperators.Ahead next = ahead;
        while (next != null && next.operator().equals(ahead.operator())) {
            takeOperator(next, first);
            operands.add(binary(ahead.power() + 1));
            highest = Math.max(highest, height);
            next = operatorAhead();
        }
        Span span = first.span().to(cursor.last().span());
        grow(highest, span);
        return new Expression.Logical(
                span,
                ahead.power() == BinaryOperators.AND
                        ? Expression.Logical.Connective.AND
                        : Expression.Logical.Connective.OR,
                operands);
    }

    private Expression step(Expression left, BinaryOperators.Ahead ahead) {
        int leftHeight = height;
        Span operator = takeOperator(ahead, left);
        Expression result =
                switch (ahead.operator()) {
                    case "between", "!between" -> between(left, ahead.operator(), operator);
                    case "in", "!in", "in~", "!in~", "has_any", "has_all" ->
                        membership(left, ahead.operator(), operator);
                    case OperatorSlips.IS_EMPTY, OperatorSlips.IS_NOT_EMPTY ->
                        new Expression.Call(
                                left.span().to(operator), new Name(operator, ahead.operator()), List.of(left));
                    default -> {
                        ListSlips list = new ListSlips(cursor, this);
                        if (list.isAhead(left, ahead)) {
                            yield list.read(left, ahead.operator(), operator);
                        }
                        Expression right = binary(ahead.power() + 1);
                        Span span = left.span().to(right.span());
                        yield new Expression.Binary(span, ahead.operator(), operator, left, right);
                    }
                };
        grow(Math.max(leftHeight, height), result.span());
        return result;
    }

    private Expression between(Expression value, String operator, Span operatorSpan) {
        if (!cursor.at("(")) {
            return new BareOperands(cursor, this).between(value, operator, operatorSpan);
        }
        cursor.take();
        Expression low = expression();
        int lowHeight = height;
        cursor.expect("..");
        Expression high = expression();
        height = Math.max(lowHeight, height);
        Span span = value.span().to(cursor.expect(")").span());
        return new Expression.Between(span, operator, operatorSpan, value, low, high);
    }

    private Expression membership(Expression value, String operator, Span operatorSpan) {
        if (!cursor.at("(")) {
            return new BareOperands(cursor, this).membership(value, operator, operatorSpan);
        }
        cursor.take();
        List<Expression> members = list(() -> {
            MissingCommas.warnOfJoinedTexts(cursor);
            return argument();
        });
        Span span = value.span().to(cursor.expect(")").span());
        return new Expression.Membership(span, operator, operatorSpan, value, members);
    }

    /** A comparison, or a value that could be compared. */
    Expression comparison() {
        return binary(BinaryOperators.EQUALITY);
    }

    /** A sum, or a value that could be added. */
    Expression sum() {
        return binary(BinaryOperators.SUM);
    }

    /** A value with its sign. */
    Expression sign() {
        if (cursor.at("-") || cursor.at("+")) {
            Token sign = cursor.take();
            Expression operand = postfix();
            grow(height, operand.span());
            return new Expression.Sign(sign.span().to(operand.span()), sign.text(), operand);
        }
        return postfix();
    }

    /** A primary expression with the members and elements that are taken of it. */
    Expression postfix() {
        Expression object = primary();
        while (true) {
            if (cursor.at(".")) {
                cursor.take();
                object = member(object);
            } else if (cursor.at("[")) {
                cursor.take();
                int objectHeight = height;
                Expression index = expression();
                height = Math.max(objectHeight, height);
                object = new Expression.Element(
                        object.span().to(cursor.expect("]").span()), object, index);
            } else {
                return object;
            }
            grow(height, object.span());
        }
    }

    private Expression member(Expression object) {
        if (cursor.at("[") && cursor.peek(1).kind() != Kind.STRING) {
            cursor.take();
            Expression index = expression();
            return new Expression.Element(object.span().to(cursor.expect("]").span()), object, index);
        }
        boolean isCall = cursor.peek(1).isSymbol("(");
        Name member = isCall ? cursor.name() : Keywords.reference(cursor);
        Span span = object.span().to(member.span());
        if (!isCall) {
            return new Expression.Member(span, object, member);
        }
        Expression.Call call = call(member);
        return Places.isCall(object) || object instanceof Expression.Foreign
                ? new Expression.Foreign(object.span().to(call.span()), "." + member.name() + "()")
                : method(object, call);
    }

    /** {@code a.f(b)} of other languages: it is reported, and read as {@code f(a, b)}. */
    private Expression method(Expression object, Expression.Call call) {
        if (BinaryOperators.exists(call.function().name())) {
            throw cursor.fail(
                    call.function().span(),
                    "'" + call.function().name() + "' is an operator, and no function of a value",
                    "write it between two values: a " + call.function().name() + " b");
        }
        List<Expression> arguments = new ArrayList<>(List.of(object));
        arguments.addAll(call.arguments());
        Span span = object.span().to(call.span());
        String written = arguments.stream()
                .map(argument -> cursor.problems().source().slice(argument.span()))
                .collect(Collectors.joining(", ", call.function().name() + "(", ")"));
        cursor.problems()
                .report(
                        KqlCode.UNKNOWN_FUNCTION,
                        call.function().span(),
                        "no function '" + call.function().name() + "' of a value",
                        "a function takes the value as an argument: " + written);
        return new Expression.Call(span, call.function(), arguments);
    }

    private Expression primary() {
        height = 1;
        Token token = cursor.peek();
        switch (token.kind()) {
            case STRING:
                return string();
            case LITERAL:
                cursor.take();
                return new Expression.Literal(token.span(), token.type(), token.value());
            case TYPED_LITERAL:
                cursor.take();
                return new Expression.TypedLiteral(token.span(), token.type(), token.text());
            case NAME:
                return nameOrCall();
            default:
                break;
        }
        if (cursor.at("(")) {
            return parenthesized();
        }
        if (cursor.at("*") && starMayStand()) {
            return new Expression.Star(cursor.take().span());
        }
        if (cursor.at("!")) {
            return new BareOperands(cursor, this).negation();
        }
        if (placeholderAhead()) {
            Span open = cursor.peek().span();
            throw cursor.fail(
                    open.to(cursor.peek(2).span()),
                    "expected an expression, found a placeholder of another tool",
                    "put in a value");
        }
        if (cursor.nameLength() > 0) {
            return cursor.name();
        }
        if (cursor.at("[")
                && (cursor.peek(1).kind() == Kind.LITERAL || cursor.peek(1).kind() == Kind.NAME)) {
            throw unquotedName();
        }
        throw cursor.missing("an expression");
    }

    /** {@code [a]} and {@code [a b]}: what makes the brackets no name is the first word, or the first after it. */
    private SyntaxError unquotedName() {
        boolean isOne = cursor.peek(2).isSymbol("]");
        return cursor.fail(
                cursor.peek(isOne ? 1 : 2).span(),
                "expected a name in quotes inside of the brackets",
                "a name is written ['...'], and a list of values dynamic([...])");
    }

    /** {@code *} stands for any column before a comparison of texts or {@code ==}, and for all columns in a list. */
    private boolean starMayStand() {
        BinaryOperators.Ahead ahead = BinaryOperators.at(cursor, 1);
        return ahead == null
                || ahead.power() == BinaryOperators.TEXT
                || ahead.operator().equals("==")
                || ahead.operator().equals("!=")
                || colonCompares && ahead.power() <= BinaryOperators.AND;
    }

    private boolean placeholderAhead() {
        return cursor.at("{")
                && cursor.peek(1).kind() == Kind.NAME
                && cursor.peek(2).isSymbol("}");
    }

    private Expression string() {
        Token first = cursor.take();
        if (cursor.peek().kind() != Kind.STRING) {
            return new Expression.Literal(first.span(), Type.STRING, first.text());
        }
        StringBuilder value = new StringBuilder(first.text());
        while (cursor.peek().kind() == Kind.STRING) {
            value.append(cursor.take().text());
        }
        return new Expression.Literal(first.span().to(cursor.last().span()), Type.STRING, value.toString());
    }

    private Expression nameOrCall() {
        Token token = cursor.peek();
        switch (token.text()) {
            case "true", "True", "TRUE", "false", "False", "FALSE":
                cursor.take();
                return new Expression.Literal(token.span(), Type.BOOL, Boolean.valueOf(token.text()));
            default:
                break;
        }
        if (!cursor.peek(1).isSymbol("(")) {
            if (BareOperands.isNegationAt(cursor)) {
                return new BareOperands(cursor, this).negation();
            }
            if (Keywords.isNoValue(token.text())) {
                throw cursor.missing("an expression");
            }
            return Keywords.reference(cursor);
        }
        return switch (token.text()) {
            case "dynamic" -> new DynamicLiteralParser(cursor, this).literal();
            case "typeof" -> new DeclarationParser(cursor).typeOfAny();
            case "datatable" -> new TableLiteralParser(cursor, this).dataTable();
            case "externaldata" -> new TableLiteralParser(cursor, this).externalData();
            default -> call(cursor.name());
        };
    }

    /** The call of a function whose name has been read. */
    Expression.Call call(Name function) {
        cursor.enter();
        cursor.expect("(");
        List<Expression> arguments =
                cursor.at(")") ? List.of() : OF_TABLES.contains(function.name()) ? arguments() : list(this::named);
        Span span = function.span().to(cursor.expect(")").span());
        grow(height, span);
        cursor.leave();
        return new Expression.Call(span, function, arguments);
    }

    /** One or more arguments, each a pipe or an expression, perhaps with a name. */
    List<Expression> arguments() {
        return list(this::argument);
    }

    private Expression argument() {
        int length = cursor.nameLength();
        return length > 0 && cursor.peek(length).isSymbol("=") ? named() : pipe();
    }

    /** A pipe inside brackets, or a plain expression. */
    Expression pipe() {
        int outer = tallest;
        tallest = 0;
        cursor.enter();
        Expression pipe = queries.pipe();
        cursor.leave();
        height = Math.max(tallest, height);
        tallest = Math.max(outer, height);
        return pipe;
    }

    private Expression parenthesized() {
        Token open = cursor.take();
        Expression inner = pipe();
        Span span = open.span().to(cursor.expect(")").span());
        grow(height, span);
        return new Expression.Parenthesized(span, inner);
    }

    /** Notes that a node stands over trees of at most that height. */
    private void grow(int below, Span span) {
        height = below + 1;
        cursor.checkHeight(height, span);
    }
}
