package io.quarry.functions.compare;

import static io.quarry.data.Type.DATETIME;
import static io.quarry.data.Type.INT;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.TIMESPAN;

import io.quarry.processor.Nulls;
import io.quarry.processor.Of;
import io.quarry.processor.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** KQL's {@code in} for all types but text. A null is in no list. */
final class Membership {
    private static final String DOC = "True if the value is one of the list.";
    private static final String SOURCE = "Kusto Query Language reference, in operator";

    private Membership() {}

    @Scalar(
            kql = "members",
            doc =
                    "Array of what is in the arrays among the arguments, and of the other arguments. No query can name it: a "
                            + "front end calls it for the list of in and its kin.",
            nulls = Nulls.SEEN)
    static Object members(Object... lists) {
        if (lists.length == 1 && lists[0] instanceof List<?> list) {
            return list;
        }
        List<Object> all = new ArrayList<>();
        for (Object list : lists) {
            if (list instanceof List<?> elements) {
                all.addAll(elements);
            } else {
                all.add(list);
            }
        }
        return all;
    }

    @Scalar(kql = "in", doc = DOC, source = SOURCE, nulls = Nulls.GIVE_FALSE)
    static boolean in(boolean value, ValueSet list) {
        return list.contains((Object) value);
    }

    @Scalar(kql = "in", doc = DOC, source = SOURCE, nulls = Nulls.GIVE_FALSE)
    static boolean in(@Of({INT, LONG}) long value, ValueSet list) {
        return list.contains(value);
    }

    @Scalar(kql = "in", doc = DOC, source = SOURCE, nulls = Nulls.GIVE_FALSE)
    static boolean in(double value, ValueSet list) {
        return list.contains(value);
    }

    @Scalar(kql = "in", doc = DOC, source = SOURCE, nulls = Nulls.GIVE_FALSE)
    static boolean in(BigDecimal value, ValueSet list) {
        return list.contains((Object) value);
    }

    @Scalar(kql = "in", doc = DOC, source = SOURCE, nulls = Nulls.GIVE_FALSE)
    static boolean inDatetimes(@Of(DATETIME) long value, ValueSet list) {
        return list.containsDatetime(value);
    }

    @Scalar(kql = "in", doc = DOC, source = SOURCE, nulls = Nulls.GIVE_FALSE)
    static boolean inTimespans(@Of(TIMESPAN) long value, ValueSet list) {
        return list.containsTimespan(value);
    }

    @Scalar(kql = "in", doc = DOC, source = SOURCE, nulls = Nulls.GIVE_FALSE)
    static boolean in(UUID value, ValueSet list) {
        return list.contains((Object) value);
    }

    @Scalar(kql = "in", doc = DOC, source = SOURCE, nulls = Nulls.GIVE_FALSE)
    static boolean in(Object value, ValueSet list) {
        return list.contains(value);
    }
}
