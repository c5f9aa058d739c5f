package io.quarry.functions.parse;

import com.google.re2j.Matcher;
import io.quarry.functions.text.Regex;
import io.quarry.plan.FunctionException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a text of keys and values is read, and the keys that are asked for. Of a repeated key the first value counts.
 * Immutable, safe for threads.
 *
 * <p>Source: Kusto Query Language reference, parse-kv operator; answers of the Kusto emulator for repeated keys, blanks and
 * delimiters inside of values.
 */
public final class KeyValues {
    /** Keys of the constant that a front end describes the pattern with. */
    public static final String KEYS = "keys";

    public static final String REGEX = "regex";
    public static final String PAIR_DELIMITER = "pair_delimiter";
    public static final String KV_DELIMITER = "kv_delimiter";
    public static final String QUOTE = "quote";
    public static final String ESCAPE = "escape";
    public static final String GREEDY = "greedy";

    /** Takes the pairs of a text in order. */
    private interface Reader {
        void read(String text, Map<String, String> pairs);
    }

    private final List<String> keys;
    private final Reader reader;

    private KeyValues(List<String> keys, Reader reader) {
        this.keys = keys;
        this.reader = reader;
    }

    /**
     * The pattern that a bag under the keys above describes.
     *
     * @throws FunctionException if it is no bag, or its regular expression none
     */
    public static KeyValues of(Object description) {
        if (!(description instanceof Map<?, ?> bag)) {
            throw new FunctionException("parse-kv: a pattern is a bag, found " + description);
        }
        List<String> keys = texts(bag.get(KEYS));
        if (bag.get(REGEX) instanceof String regex) {
            Regex pattern = Regex.of(regex);
            return new KeyValues(keys, (text, pairs) -> match(pattern, text, pairs));
        }
        Quotes quotes = new Quotes(texts(bag.get(QUOTE)), texts(bag.get(ESCAPE)));
        if (bag.get(KV_DELIMITER) instanceof String kv) {
            PairReader reader =
                    new PairReader((String) bag.get(PAIR_DELIMITER), kv, quotes, Boolean.TRUE.equals(bag.get(GREEDY)));
            return new KeyValues(keys, reader::read);
        }
        return new KeyValues(keys, new WordReader(keys, quotes)::read);
    }

    private static List<String> texts(Object list) {
        List<String> texts = new ArrayList<>();
        for (Object text : list instanceof List<?> elements ? elements : List.of()) {
            texts.add((String) text);
        }
        return texts;
    }

    private static void match(Regex pattern, String text, Map<String, String> pairs) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String key = matcher.group(1);
            String value = matcher.group(2);
            if (key != null) {
                pairs.putIfAbsent(key.strip(), value == null ? "" : value);
            }
        }
    }

    /** The value of each key; null where the text has none. */
    List<Object> values(String text) {
        Map<String, String> pairs = new HashMap<>();
        reader.read(text, pairs);
        List<Object> values = new ArrayList<>(keys.size());
        keys.forEach(key -> values.add(pairs.get(key)));
        return values;
    }
}
