package io.quarry.functions.text;

import io.quarry.processor.Scalar;

/** Lengths of text. */
final class Lengths {
    private Lengths() {}

    @Scalar(
            kql = "strlen",
            doc = "Length of the text in Unicode code points.",
            example = "strlen('naïve') -> 5",
            source = "Kusto Query Language reference, strlen()")
    static long strlen(Utf8 text) {
        byte[] bytes = text.bytes();
        int count = 0;
        for (int i = text.start(); i < text.end(); i++) {
            count += (bytes[i] & 0xC0) != 0x80 ? 1 : 0;
        }
        return count;
    }

    @Scalar(
            kql = "string_size",
            doc = "Length of the text in bytes of UTF-8.",
            example = "string_size('naïve') -> 6",
            source = "Kusto Query Language reference, string_size()")
    static long stringSize(Utf8 text) {
        return text.length();
    }
}
