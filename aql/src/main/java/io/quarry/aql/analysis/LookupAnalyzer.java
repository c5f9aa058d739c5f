package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlType;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.reference.NameList;
import io.quarry.aql.reference.ReferenceDataException;
import io.quarry.aql.syntax.Expression;
import io.quarry.data.Type;
import io.quarry.functions.lookup.Lookup;
import io.quarry.plan.Expr;
import io.quarry.plan.Repair;
import io.quarry.plan.Signature;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Functions that look something up. Names of log sources come with the telemetry, in columns that queries cannot name; the
 * rest comes from the catalog's reference data, and is absent, with a warning, where that knows nothing.
 */
final class LookupAnalyzer {
    /** The columns in which the telemetry carries names. */
    private static final Map<LookupFunction, String> CARRIED = Map.of(
            LookupFunction.LOGSOURCENAME, "$logsourcename",
            LookupFunction.LOGSOURCETYPENAME, "$logsourcetypename");

    private final QueryScope scope;
    private final ExpressionAnalyzer expressions;

    LookupAnalyzer(QueryScope scope, ExpressionAnalyzer expressions) {
        this.scope = scope;
        this.expressions = expressions;
    }

    Typed analyze(Expression.Call call, LookupFunction function) {
        Arguments written =
                new Arguments(scope, expressions, aliased(call, function), index -> isText(function, index));
        LookupArguments arguments = new LookupArguments(scope, written, function);
        if (!isRightColumn(call, function, arguments) || !arguments.fit()) {
            return Typed.nothing();
        }
        try {
            Optional<Expr> found = lookup(call, function, arguments);
            return found.isPresent()
                    ? Typed.of(found.get(), AqlType.of(found.get().type()))
                    : withoutData(call, function);
        } catch (ReferenceDataException e) {
            scope.findings().add(AqlCode.REFERENCE_DATA, call.span(), e.getMessage());
            return Typed.absent(function.result());
        }
    }

    private static boolean isText(LookupFunction function, int index) {
        return index < function.arguments().size()
                && function.arguments().get(index) == LookupFunction.Argument.CONSTANT;
    }

    /** The call with names of aliases for keys that are written as texts and equal an alias, as IBM's example has it. */
    private Expression.Call aliased(Expression.Call call, LookupFunction function) {
        List<Expression> arguments = new ArrayList<>(call.arguments());
        for (int i = 0; i < Math.min(arguments.size(), function.arguments().size()); i++) {
            if (function.arguments().get(i) == LookupFunction.Argument.KEY
                    && arguments.get(i).bare() instanceof Expression.Text text
                    && scope.alias(text.value()).isPresent()) {
                arguments.set(i, new Expression.Name(text.span(), text.value(), true));
            }
        }
        return new Expression.Call(call.span(), call.nameSpan(), call.name(), arguments);
    }

    private Optional<Expr> lookup(Expression.Call call, LookupFunction function, LookupArguments arguments) {
        if (function.names().isPresent()) {
            return name(function, arguments);
        }
        return switch (function) {
            case COMPONENTID -> number(arguments.constant(0)).map(Expr.class::cast);
            case REFERENCESETCONTAINS, REFERENCEMAP, REFERENCEMAPSETCONTAINS, REFERENCETABLE ->
                new CollectionLookups(scope, arguments).lookup(call, function);
            case ASSETHOSTNAME, ASSETUSER, ASSETPROPERTY, MATCHESASSETSEARCH ->
                new AssetLookups(scope, arguments).lookup(function);
            case NETWORKNAME, FULLNETWORKNAME -> new NetworkLookups(scope, arguments).lookup(function);
            case GEO_LOOKUP,
                    GEO_LOOKUP_BY_DOMAIN,
                    GEO_LOOKUP_TEXT,
                    GEO_LOOKUP_TEXT_BY_DOMAIN,
                    GEO_DISTANCE,
                    GEO_DISTANCE_BY_DOMAIN -> new PlaceLookups(scope, arguments).lookup(call, function);
            default -> Optional.empty();
        };
    }

    private Optional<Expr> name(LookupFunction function, LookupArguments arguments) {
        String carried = CARRIED.get(function);
        if (scope.rows().isTable() && carried != null && isColumn(arguments.get(0), function.columns())) {
            return Optional.of(scope.rows().readHidden(carried, Type.STRING));
        }
        Optional<Map<String, String>> names =
                scope.catalog().reference().names(function.names().orElseThrow());
        return names.map(known -> arguments.get(0).type() == AqlType.LIST
                ? names(function, known, arguments)
                : arguments.call(new Lookup(
                        function.shown(),
                        List.of(),
                        new Signature(List.of(Type.LONG), false, Type.STRING),
                        values -> known.get(values[0].toString()))));
    }

    /** The names of a list of numbers: of groups as one text, of rules as a list. */
    private static Expr names(LookupFunction function, Map<String, String> known, LookupArguments arguments) {
        boolean isText = function == LookupFunction.LOGSOURCEGROUPNAME;
        Type result = isText ? Type.STRING : Type.DYNAMIC;
        return arguments.call(
                new Lookup(function.shown(), List.of(), new Signature(List.of(Type.DYNAMIC), false, result), values -> {
                    List<String> found = values[0] instanceof List<?> numbers
                            ? numbers.stream()
                                    .map(number -> known.get(String.valueOf(number)))
                                    .filter(Objects::nonNull)
                                    .toList()
                            : List.of();
                    return isText ? joined(found) : found;
                }));
    }

    private static String joined(List<String> names) {
        return names.isEmpty() ? null : String.join(", ", names);
    }

    private Optional<Expr.Literal> number(String component) {
        return scope.catalog()
                .reference()
                .names(NameList.COMPONENT)
                .map(names -> names.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(component))
                        .map(entry -> Long.valueOf(entry.getKey()))
                        .findFirst()
                        .orElse(null))
                .map(number -> new Expr.Literal(Type.LONG, number));
    }

    private static boolean isColumn(Typed value, List<String> names) {
        return value.column().isPresent()
                && names.contains(value.column().get().name().toLowerCase(Locale.ROOT));
    }

    /** False, and reported, for a column of the table that the function does not belong to. */
    private boolean isRightColumn(Expression.Call call, LookupFunction function, LookupArguments arguments) {
        List<String> columns = function.columns();
        if (columns.isEmpty()
                || call.arguments().size() != 1
                || !scope.rows().isTable()
                || arguments.get(0).column().isEmpty()
                || isColumn(arguments.get(0), columns)) {
            return true;
        }
        Span argument = call.arguments().get(0).span();
        String written = scope.findings().source().slice(argument);
        String message =
                call.name().toUpperCase(Locale.ROOT) + " takes " + String.join(" or ", columns) + ", not " + written;
        if (function == LookupFunction.HOSTNAME && arguments.get(0).type() == AqlType.IP) {
            scope.findings()
                    .add(
                            AqlCode.LOOKUP_ON_WRONG_COLUMN,
                            argument,
                            message,
                            "the host of an address is ASSETHOSTNAME(" + written + ")");
            return false;
        }
        String key = columns.get(0);
        scope.findings()
                .add(
                        Repair.replace("look up by " + key, argument, key),
                        AqlCode.LOOKUP_ON_WRONG_COLUMN,
                        argument,
                        message,
                        "write " + call.name() + "(" + key + ")");
        return false;
    }

    private static String source(NameList names) {
        String file = "names/" + names.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".csv";
        return switch (names) {
            case QID, QID_DESCRIPTION -> "QRadar's list of QIDs is not public; reference data may hold one, as " + file;
            case CATEGORY,
                    PROTOCOL,
                    APPLICATION,
                    LOG_SOURCE,
                    LOG_SOURCE_TYPE,
                    LOG_SOURCE_GROUP,
                    DOMAIN,
                    RULE,
                    PROCESSOR_HOST,
                    PROCESSOR,
                    COMPONENT -> "every QRadar has its own names; reference data may hold them, as " + file;
        };
    }

    private Typed withoutData(Expression.Call call, LookupFunction function) {
        scope.findings()
                .add(
                        AqlCode.NO_LOOKUP_DATA,
                        call.nameSpan(),
                        call.name() + " has nothing to look up here and gives null",
                        function.names().map(LookupAnalyzer::source).stream().toArray(String[]::new));
        return Typed.absent(function.result());
    }
}
