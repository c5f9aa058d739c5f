package io.quarry.aql.analysis;

import static io.quarry.aql.analysis.LookupFunction.Argument.ADDRESS;
import static io.quarry.aql.analysis.LookupFunction.Argument.CONSTANT;
import static io.quarry.aql.analysis.LookupFunction.Argument.KEY;
import static io.quarry.aql.analysis.LookupFunction.Argument.NUMBER;
import static io.quarry.aql.analysis.LookupFunction.Argument.NUMBERS;

import io.quarry.aql.catalog.AqlType;
import io.quarry.aql.reference.NameList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The functions that look something up, with what they take and give. Those of a number belong to a column: QRadar refuses
 * them on another one.
 */
enum LookupFunction {
    LOGSOURCENAME(NameList.LOG_SOURCE, List.of("logsourceid")),
    LOGSOURCETYPENAME(NameList.LOG_SOURCE_TYPE, List.of("devicetype")),
    LOGSOURCEGROUPNAME(NameList.LOG_SOURCE_GROUP, List.of("devicegrouplist")),
    QIDNAME(NameList.QID, List.of("qid")),
    QIDDESCRIPTION(NameList.QID_DESCRIPTION, List.of("qid")),
    QIDESCRIPTION(NameList.QID_DESCRIPTION, List.of("qid")),
    CATEGORYNAME(NameList.CATEGORY, List.of("category", "highlevelcategory")),
    PROTOCOLNAME(NameList.PROTOCOL, List.of("protocolid")),
    APPLICATIONNAME(NameList.APPLICATION, List.of("applicationid")),
    DOMAINNAME(NameList.DOMAIN, List.of("domainid")),
    HOSTNAME(NameList.PROCESSOR_HOST, List.of("processorid")),
    PROCESSORNAME(NameList.PROCESSOR, List.of("processorid")),
    RULENAME(NameList.RULE, List.of("creeventlist", "partialmatchlist", "partialormatchlist", "fullmatchlist")),
    COMPONENTID(AqlType.LONG, 1, CONSTANT),

    REFERENCESETCONTAINS(AqlType.BOOLEAN, 2, CONSTANT, KEY),
    REFERENCEMAP(AqlType.STRING, 2, CONSTANT, KEY),
    REFERENCEMAPSETCONTAINS(AqlType.BOOLEAN, 3, CONSTANT, KEY, KEY),
    REFERENCETABLE(AqlType.STRING, 3, CONSTANT, CONSTANT, KEY),

    ASSETHOSTNAME(AqlType.STRING, 1, ADDRESS, NUMBER, NUMBER),
    ASSETUSER(AqlType.STRING, 1, ADDRESS, NUMBER, NUMBER),
    ASSETPROPERTY(AqlType.STRING, 2, CONSTANT, ADDRESS, NUMBER),
    MATCHESASSETSEARCH(AqlType.BOOLEAN, 2, CONSTANT, ADDRESS),
    NETWORKNAME(AqlType.STRING, 1, ADDRESS, NUMBER),
    FULLNETWORKNAME(AqlType.STRING, 1, ADDRESS, NUMBER),

    GEO_LOOKUP(AqlType.STRING, 2, ADDRESS, CONSTANT),
    GEO_LOOKUP_BY_DOMAIN(AqlType.STRING, 3, ADDRESS, NUMBER, CONSTANT),
    GEO_LOOKUP_TEXT(AqlType.STRING, 2, ADDRESS, CONSTANT),
    GEO_LOOKUP_TEXT_BY_DOMAIN(AqlType.STRING, 3, ADDRESS, NUMBER, CONSTANT),
    GEO_DISTANCE(AqlType.DOUBLE, 2, ADDRESS, ADDRESS),
    GEO_DISTANCE_BY_DOMAIN(AqlType.DOUBLE, 3, ADDRESS, ADDRESS, NUMBER),

    INOFFENSE(AqlType.BOOLEAN, 1, NUMBER),
    ARIELSERVERS4EPID(AqlType.STRING, 1, NUMBER),
    ARIELSERVERS4EPNAME(AqlType.STRING, 1, CONSTANT),
    XFORCE_IP_CONFIDENCE(AqlType.LONG, 2, CONSTANT, ADDRESS),
    XFORCE_IP_CATEGORY(AqlType.STRING, 1, ADDRESS),
    XFORCE_URL_CATEGORY(AqlType.STRING, 1, KEY);

    /** What an argument has to be. */
    enum Argument {
        /** A text written in the query. */
        CONSTANT,
        ADDRESS,
        /** A number: an id, a time. */
        NUMBER,
        /** A number, or a list of them. */
        NUMBERS,
        /** What is looked for in a collection: any value that is written as a text. */
        KEY
    }

    private static final Map<String, LookupFunction> BY_NAME = new HashMap<>();

    static {
        for (LookupFunction function : values()) {
            BY_NAME.put(function.shown(), function);
        }
    }

    private final AqlType result;
    private final int least;
    private final List<Argument> arguments;
    private final Optional<NameList> names;
    private final List<String> columns;

    LookupFunction(NameList names, List<String> columns) {
        this.result = AqlType.STRING;
        this.least = 1;
        this.arguments = List.of(NUMBERS);
        this.names = Optional.of(names);
        this.columns = columns;
    }

    LookupFunction(AqlType result, int least, Argument... arguments) {
        this.result = result;
        this.least = least;
        this.arguments = List.of(arguments);
        this.names = Optional.empty();
        this.columns = List.of();
    }

    /** @param name in upper case, with its namespace */
    static Optional<LookupFunction> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** As queries write it, in upper case. */
    String shown() {
        return name().startsWith("GEO_") ? "GEO::" + name().substring("GEO_".length()) : name();
    }

    AqlType result() {
        return result;
    }

    int least() {
        return least;
    }

    List<Argument> arguments() {
        return arguments;
    }

    /** The names that it gives of numbers; empty for a function that does something else. */
    Optional<NameList> names() {
        return names;
    }

    /** The columns of a table that it takes, the first as its documentation has it; empty if it takes any value. */
    List<String> columns() {
        return columns;
    }
}
