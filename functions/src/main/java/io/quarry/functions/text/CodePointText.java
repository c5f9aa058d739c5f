package io.quarry.functions.text;

import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Text and its code points. */
final class CodePointText {
    private CodePointText() {}

    @Scalar(
            kql = {"unicode_codepoints_from_string", "to_utf8"},
            doc = "Array of the code points.",
            example = "unicode_codepoints_from_string('aé') -> dynamic([97,233])",
            source = "Kusto Query Language reference, unicode_codepoints_from_string()")
    static Object codePoints(String text) {
        List<Object> codePoints = new ArrayList<>();
        text.codePoints().forEach(codePoint -> codePoints.add((long) codePoint));
        return codePoints;
    }

    @Scalar(
            kql = {"unicode_codepoints_to_string", "make_string"},
            doc = "The text of code points and of arrays of them.",
            example = "unicode_codepoints_to_string(dynamic([72,105]), dynamic(33)) -> 'Hi!'",
            source = "Kusto Query Language reference, unicode_codepoints_to_string()",
            nulls = Nulls.GIVE_EMPTY)
    static String text(Object... codePoints) {
        StringBuilder text = new StringBuilder();
        for (Object codePoint : codePoints) {
            for (Object element : codePoint instanceof List<?> list ? list : List.of(codePoint)) {
                if (element instanceof Long number && isCharacter(number)) {
                    text.appendCodePoint((int) (long) number);
                }
            }
        }
        return text.toString();
    }

    /** Halves of surrogate pairs are code points and stand for no character. */
    private static boolean isCharacter(long codePoint) {
        boolean isSurrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return codePoint >= 0 && codePoint <= Character.MAX_CODE_POINT && !isSurrogate;
    }
}
