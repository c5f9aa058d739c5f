package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlType;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.Expression;
import io.quarry.data.Type;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Functions that look something up. Names of log sources come with the telemetry, in columns that
 * queries cannot name; what QRadar would take from its asset model, its reference data or its network hierarchy is absent.
 */
final class LookupAnalyzer {
    /** The column that each function of a number takes. */
    private static final Map<String, String> KEYS = Map.of(
            "LOGSOURCENAME", "logsourceid",
            "LOGSOURCETYPENAME", "devicetype",
            "LOGSOURCEGROUPNAME", "devicegrouplist",
            "QIDNAME", "qid",
            "QIDDESCRIPTION", "qid",
            "QIDESCRIPTION", "qid",
            "CATEGORYNAME", "category",
            "PROTOCOLNAME", "protocolid");

    /** The columns in which the telemetry carries the names. */
    private static final Map<String, String> CARRIED = Map.of(
            "LOGSOURCENAME", "$logsourcename",
            "LOGSOURCETYPENAME", "$logsourcetypename");

    /** The functions whose data is not here, and the type of what they give. */
    private static final Map<String, AqlType> WITHOUT_DATA = new HashMap<>();

    static {
        for (String name : new String[] {
            "APPLICATIONNAME",
            "ASSETHOSTNAME",
            "ASSETPROPERTY",
            "ASSETUSER",
            "DOMAINNAME",
            "FULLNETWORKNAME",
            "GEO::LOOKUP",
            "GEO::LOOKUP_BY_DOMAIN",
            "GEO::LOOKUP_TEXT",
            "GEO::LOOKUP_TEXT_BY_DOMAIN",
            "HOSTNAME",
            "NETWORKNAME",
            "PROCESSORNAME",
            "REFERENCEMAP",
            "REFERENCETABLE",
            "RULENAME",
            "ARIELSERVERS4EPID",
            "ARIELSERVERS4EPNAME",
            "XFORCE_IP_CATEGORY",
            "XFORCE_URL_CATEGORY"
        }) {
            WITHOUT_DATA.put(name, AqlType.STRING);
        }
        for (String name :
                new String[] {"INOFFENSE", "MATCHESASSETSEARCH", "REFERENCEMAPSETCONTAINS", "REFERENCESETCONTAINS"}) {
            WITHOUT_DATA.put(name, AqlType.BOOLEAN);
        }
        WITHOUT_DATA.put("GEO::DISTANCE", AqlType.DOUBLE);
        WITHOUT_DATA.put("GEO::DISTANCE_BY_DOMAIN", AqlType.DOUBLE);
        WITHOUT_DATA.put("COMPONENTID", AqlType.LONG);
        WITHOUT_DATA.put("XFORCE_IP_CONFIDENCE", AqlType.LONG);
    }

    private final QueryScope scope;
    private final ExpressionAnalyzer expressions;

    LookupAnalyzer(QueryScope scope, ExpressionAnalyzer expressions) {
        this.scope = scope;
        this.expressions = expressions;
    }

    /** @param name in upper case */
    boolean knows(String name) {
        return KEYS.containsKey(name) || WITHOUT_DATA.containsKey(name);
    }

    Typed analyze(Expression.Call call, String name) {
        Arguments arguments = new Arguments(scope, expressions, call);
        if (!KEYS.containsKey(name)) {
            return withoutData(call, WITHOUT_DATA.get(name));
        }
        return arguments.areBetween(1, 1) && !arguments.areFaulty()
                ? byNumber(call, name, arguments.get(0))
                : Typed.nothing();
    }

    private Typed byNumber(Expression.Call call, String name, Typed number) {
        String key = KEYS.get(name);
        String carried = CARRIED.get(name);
        if (scope.rows().isTable() && isColumn(number, key) && carried != null) {
            return Typed.of(scope.rows().readHidden(carried, Type.STRING), AqlType.STRING);
        }
        boolean isCategory = key.equals("category") && isColumn(number, "highlevelcategory");
        if (scope.rows().isTable() && number.column().isPresent() && !isColumn(number, key) && !isCategory) {
            reportColumn(call, key);
            return Typed.nothing();
        }
        return withoutData(call, AqlType.STRING);
    }

    private static boolean isColumn(Typed value, String name) {
        return value.column().isPresent() && value.column().get().name().equals(name);
    }

    private void reportColumn(Expression.Call call, String key) {
        Span argument = call.arguments().get(0).span();
        scope.findings()
                .add(
                        Repair.replace("look up by " + key, argument, key),
                        AqlCode.LOOKUP_ON_WRONG_COLUMN,
                        argument,
                        call.name().toUpperCase(Locale.ROOT) + " takes " + key + ", not "
                                + scope.findings().source().slice(argument),
                        "write " + call.name() + "(" + key + ")");
    }

    private Typed withoutData(Expression.Call call, AqlType type) {
        scope.findings()
                .add(
                        AqlCode.NO_LOOKUP_DATA,
                        call.nameSpan(),
                        call.name() + " has nothing to look up here and gives null");
        return Typed.absent(type);
    }
}
