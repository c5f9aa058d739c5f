package io.quarry.functions.parse;

import java.util.Map;

/** Reads keys and values between delimiters that are known. Blanks about both do not count. */
final class PairReader {
    private final String pairDelimiter;
    private final String kvDelimiter;
    private final Quotes quotes;
    private final boolean isGreedy;

    /** @param isGreedy true if a value that is not quoted goes on up to the last pair delimiter before the next key */
    PairReader(String pairDelimiter, String kvDelimiter, Quotes quotes, boolean isGreedy) {
        this.pairDelimiter = pairDelimiter;
        this.kvDelimiter = kvDelimiter;
        this.quotes = quotes;
        this.isGreedy = isGreedy;
    }

    void read(String text, Map<String, String> pairs) {
        int at = 0;
        while (at < text.length()) {
            at = pair(text, at, pairs);
        }
    }

    /** Reads what begins at a place and gives where the next pair begins. */
    private int pair(String text, int from, Map<String, String> pairs) {
        int start = skipBlanks(text, from);
        Quotes.Quoted quotedKey = quotes.at(text, start);
        String key;
        int value;
        if (quotedKey != null && startsAt(text, skipBlanks(text, quotedKey.end()), kvDelimiter)) {
            key = quotedKey.content();
            value = skipBlanks(text, quotedKey.end()) + kvDelimiter.length();
        } else {
            int equals = text.indexOf(kvDelimiter, start);
            int next = text.indexOf(pairDelimiter, start);
            if (equals < 0 || next >= 0 && next < equals) {
                return next < 0 ? text.length() : next + pairDelimiter.length();
            }
            key = text.substring(start, equals).strip();
            value = equals + kvDelimiter.length();
        }
        return value(text, value, key, pairs);
    }

    private int value(String text, int from, String key, Map<String, String> pairs) {
        Quotes.Quoted quoted = quotes.at(text, skipBlanks(text, from));
        if (quoted != null) {
            pairs.putIfAbsent(key, quoted.content());
            int next = text.indexOf(pairDelimiter, quoted.end());
            return next < 0 ? text.length() : next + pairDelimiter.length();
        }
        int end = isGreedy ? greedyEnd(text, from) : text.indexOf(pairDelimiter, from);
        pairs.putIfAbsent(
                key, text.substring(from, end < 0 ? text.length() : end).strip());
        return end < 0 ? text.length() : end + pairDelimiter.length();
    }

    /** The last pair delimiter before the next delimiter of a key, or -1. */
    private int greedyEnd(String text, int from) {
        int equals = text.indexOf(kvDelimiter, from);
        if (equals < 0) {
            return -1;
        }
        int end = text.lastIndexOf(pairDelimiter, equals - 1);
        return end < from ? -1 : end;
    }

    private int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at)) && !startsAt(text, at, kvDelimiter)) {
            if (at > from && startsAt(text, at, pairDelimiter)) {
                break;
            }
            at++;
        }
        return at;
    }

    private static boolean startsAt(String text, int at, String delimiter) {
        return text.startsWith(delimiter, at);
    }
}
