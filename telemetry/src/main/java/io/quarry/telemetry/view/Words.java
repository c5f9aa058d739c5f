package io.quarry.telemetry.view;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The platforms' words for what events hold, read from {@code words.yml}. To add one: a line there. */
final class Words {
    private static final Map<String, Map<String, String>> ALL = read();

    private Words() {}

    /** What gives a text's word, null where it has none. */
    static Optional<Function<String, Object>> named(String name) {
        return Optional.ofNullable(ALL.get(name)).map(words -> text -> words.get(text.toLowerCase(Locale.ROOT)));
    }

    static Set<String> names() {
        return ALL.keySet();
    }

    private static Map<String, Map<String, String>> read() {
        Map<String, Map<String, String>> all = new HashMap<>();
        ViewNode.parse("words.yml", Views.resource("words.yml")).entries().forEach((name, map) -> {
            Map<String, String> words = new HashMap<>();
            map.entries().forEach((text, word) -> words.put(text.toLowerCase(Locale.ROOT), word.text()));
            all.put(name, words);
        });
        return all;
    }
}
