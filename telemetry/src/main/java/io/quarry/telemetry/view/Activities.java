package io.quarry.telemetry.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The titles of Security events, as {@code SecurityEvent} repeats them: read from {@code activities.txt}. */
final class Activities {
    private static final Map<String, String> BY_ID = read();

    private Activities() {}

    /** {@code 4688 - A new process has been created.}; null for an event whose title is not known here. */
    static String of(String eventId) {
        return BY_ID.get(eventId);
    }

    private static Map<String, String> read() {
        try (InputStream in = Activities.class.getResourceAsStream("activities.txt")) {
            Map<String, String> titles = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> titles.put(line.substring(0, line.indexOf(' ')), line));
            return titles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
