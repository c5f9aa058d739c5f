package io.quarry.functions.convert;

import io.quarry.data.Dynamic;
import io.quarry.data.Type;
import io.quarry.processor.Nulls;
import io.quarry.processor.Of;
import io.quarry.processor.Scalar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** KQL's {@code gettype}. A null has the name of its type, too. */
public final class TypeNames {
    private static final String DOC = "The name of the value's type.";
    private static final String SOURCE = "Kusto Query Language reference, gettype()";

    private TypeNames() {}

    @Scalar(kql = "gettype", doc = DOC, source = SOURCE, nulls = Nulls.SEEN)
    static String ofBool(Boolean value) {
        return "bool";
    }

    @Scalar(kql = "gettype", doc = DOC, example = "gettype(int(1)) -> 'int'", source = SOURCE, nulls = Nulls.SEEN)
    static String ofInt(@Of(Type.INT) Long value) {
        return "int";
    }

    @Scalar(kql = "gettype", doc = DOC, source = SOURCE, nulls = Nulls.SEEN)
    static String ofLong(Long value) {
        return "long";
    }

    @Scalar(kql = "gettype", doc = DOC, source = SOURCE, nulls = Nulls.SEEN)
    static String ofReal(Double value) {
        return "real";
    }

    @Scalar(kql = "gettype", doc = DOC, source = SOURCE, nulls = Nulls.SEEN)
    static String ofDecimal(BigDecimal value) {
        return "decimal";
    }

    @Scalar(kql = "gettype", doc = DOC, source = SOURCE, nulls = Nulls.SEEN)
    static String ofText(String value) {
        return "string";
    }

    @Scalar(kql = "gettype", doc = DOC, source = SOURCE, nulls = Nulls.SEEN)
    static String ofDatetime(@Of(Type.DATETIME) Long value) {
        return "datetime";
    }

    @Scalar(kql = "gettype", doc = DOC, source = SOURCE, nulls = Nulls.SEEN)
    static String ofTimespan(@Of(Type.TIMESPAN) Long value) {
        return "timespan";
    }

    @Scalar(kql = "gettype", doc = DOC, source = SOURCE, nulls = Nulls.SEEN)
    static String ofGuid(UUID value) {
        return "guid";
    }

    @Scalar(
            kql = "gettype",
            doc = "The name of the type inside; array, dictionary, or null.",
            example = {"gettype(dynamic([1])) -> 'array'", "gettype(dynamic(1.5)) -> 'double'"},
            source = SOURCE,
            nulls = Nulls.SEEN)
    public static String ofDynamic(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        if (value instanceof Long) {
            return "long";
        }
        if (value instanceof Double) {
            return "double";
        }
        if (value instanceof String) {
            return "string";
        }
        if (value instanceof List) {
            return "array";
        }
        if (value instanceof Map) {
            return "dictionary";
        }
        if (value instanceof Dynamic.DateTime) {
            return "datetime";
        }
        if (value instanceof Dynamic.TimeSpan) {
            return "timespan";
        }
        return value instanceof BigDecimal ? "decimal" : "guid";
    }
}
