package io.quarry.functions.aql;

import static io.quarry.data.Type.BOOL;
import static io.quarry.data.Type.DYNAMIC;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.REAL;
import static io.quarry.data.Type.STRING;

import io.quarry.functions.text.TextSet;
import io.quarry.functions.text.Utf8;
import io.quarry.plan.FunctionException;
import io.quarry.processor.Nulls;
import io.quarry.processor.Of;
import io.quarry.processor.Scalar;

/** Equality, order and the test for null. Texts compare exactly, by code point. */
final class Comparisons {
    private static final String SOURCE = "AQL logical and comparison operators";

    /** What QRadar takes after {@code IN} of another query. */
    private static final int MOST_OF_QUERY = 10_000;

    private Comparisons() {}

    @Scalar(aql = "=", doc = "Whether two truth values are equal.", example = "true = false -> false", source = SOURCE)
    static boolean equal(boolean left, boolean right) {
        return left == right;
    }

    @Scalar(aql = "=", doc = "Whether two integers are equal.", example = "2 = 2 -> true", source = SOURCE)
    static boolean equal(long left, long right) {
        return left == right;
    }

    @Scalar(aql = "=", doc = "Whether two numbers are equal.", example = "2.5 = 2.0 -> false", source = SOURCE)
    static boolean equal(double left, double right) {
        return left == right;
    }

    @Scalar(aql = "=", doc = "Whether two texts are the same.", example = "'a' = 'A' -> false", source = SOURCE)
    static boolean equal(String left, String right) {
        return left.equals(right);
    }

    @Scalar(aql = "IN", doc = "Whether the text is one of a list.", source = SOURCE)
    static boolean in(Utf8 text, TextSet list) {
        return list.contains(text);
    }

    @Scalar(aql = "IN QUERY", doc = "Whether the text is one of those that a query gives.", source = "AQL subquery")
    static boolean inQuery(Utf8 text, TextSet list) {
        if (list.size() > MOST_OF_QUERY) {
            throw new FunctionException("the query after IN gives " + list.size()
                    + " different values, and QRadar takes " + MOST_OF_QUERY + " at most");
        }
        return list.contains(text);
    }

    @Scalar(aql = "<", doc = "Whether a number is less than another.", example = "1 < 2 -> true", source = SOURCE)
    static boolean less(long left, long right) {
        return left < right;
    }

    @Scalar(aql = "<", doc = "Whether a number is less than another.", example = "1.5 < 1.0 -> false", source = SOURCE)
    static boolean less(double left, double right) {
        return left < right;
    }

    @Scalar(aql = "<", doc = "Whether a text sorts before another.", example = "'10' < '9' -> true", source = SOURCE)
    static boolean less(String left, String right) {
        return compare(left, right) < 0;
    }

    @Scalar(aql = "<=", doc = "Whether a number is at most another.", example = "2 <= 2 -> true", source = SOURCE)
    static boolean atMost(long left, long right) {
        return left <= right;
    }

    @Scalar(aql = "<=", doc = "Whether a number is at most another.", example = "2.5 <= 2.0 -> false", source = SOURCE)
    static boolean atMost(double left, double right) {
        return left <= right;
    }

    @Scalar(
            aql = "<=",
            doc = "Whether a text does not sort after another.",
            example = "'a' <= 'a' -> true",
            source = SOURCE)
    static boolean atMost(String left, String right) {
        return compare(left, right) <= 0;
    }

    @Scalar(aql = "COLLATE", doc = "A text that sorts as the text does in a language.", source = "ORDER BY clause")
    static String collate(String text, Collation collation) {
        return collation.sortKey(text);
    }

    @Scalar(
            aql = "IS NULL",
            doc = "Whether the value is absent.",
            example = "'' IS NULL -> false",
            source = SOURCE,
            nulls = Nulls.SEEN)
    static boolean isNull(@Of({BOOL, LONG, REAL, STRING, DYNAMIC}) Object value) {
        return value == null;
    }

    /** Order by code point; UTF-16 code units would put U+FF5E after the characters beyond the basic plane. */
    static int compare(String left, String right) {
        int shared = Math.min(left.length(), right.length());
        for (int i = 0; i < shared; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean oneIsSurrogate = Character.isSurrogate(a) != Character.isSurrogate(b);
                return oneIsSurrogate ? (Character.isSurrogate(a) ? 1 : -1) : a - b;
            }
        }
        return left.length() - right.length();
    }
}
