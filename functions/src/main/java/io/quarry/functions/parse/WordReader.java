package io.quarry.functions.parse;

import java.util.List;
import java.util.Map;

/** Reads keys and values where every character that is no letter, digit or underscore divides: the value is the next word. */
final class WordReader {
    private final List<String> keys;
    private final Quotes quotes;

    WordReader(List<String> keys, Quotes quotes) {
        this.keys = keys;
        this.quotes = quotes;
    }

    void read(String text, Map<String, String> pairs) {
        String key = null;
        for (int at = 0; at < text.length(); ) {
            Quotes.Quoted quoted = quotes.at(text, at);
            int end = quoted == null ? wordEnd(text, at) : quoted.end();
            if (end == at) {
                at++;
                continue;
            }
            String word = quoted == null ? text.substring(at, end) : quoted.content();
            if (key != null) {
                pairs.putIfAbsent(key, word);
                key = null;
            } else {
                key = keys.contains(word) ? word : null;
            }
            at = end;
        }
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return end;
    }
}
