package io.quarry.detect.scenario;

import io.quarry.detect.yaml.YamlMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step of a scenario, and when it happens.
 *
 * @param map the step as it was written
 */
record Step(Verb verb, YamlMap map, Instant at) {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    /** What a step does; the constant's name in lower case is the key that holds its object. */
    enum Verb {
        START("start", "after"),
        CONNECT("connect", "to", "host", "after"),
        WRITE("write", "by", "after"),
        SET("set", "to", "by", "after"),
        LOAD("load", "by", "signer", "after"),
        END("end", "after"),
        EVENT("event", "after");

        private final String key;
        private final String[] keys;

        Verb(String key, String... others) {
            this.key = key;
            this.keys = new String[others.length + 1];
            this.keys[0] = key;
            System.arraycopy(others, 0, this.keys, 1, others.length);
        }
    }

    /** The steps under {@code steps}; one that does not say how long it comes after the last gets a second or so. */
    static List<Step> readAll(YamlMap root, Instant start, Seed seed) {
        List<Step> steps = new ArrayList<>();
        Instant at = start;
        for (YamlMap map : root.maps("steps")) {
            Verb verb = verb(map);
            map.only(verb.keys);
            if (map.has("after")) {
                at = at.plus(map.parsed("after", "a duration such as 500ms, 2s, 10m or 1h", Step::duration));
            } else if (!steps.isEmpty()) {
                at = at.plusMillis(seed.with("step " + steps.size()).between(250, 1_600));
            }
            steps.add(new Step(verb, map, at));
        }
        return steps;
    }

    /** The name of the process that a {@code start} begins. */
    String startedProcess() {
        return map.text("start");
    }

    /** Writes what the step leaves in the logs. */
    void play(Cast cast, HostJournal journal) {
        switch (verb) {
            case START -> journal.started(cast.process(map, "start"), cast.parent(map, "start"), at);
            case CONNECT -> journal.connected(cast.process(map, "connect"), connection(), at);
            case WRITE -> journal.wroteFile(cast.process(map, "by"), map.text("write"), at);
            case SET ->
                journal.setRegistryValue(
                        cast.process(map, "by"), new RegistryValue(map.text("set"), map.text("to")), at);
            case LOAD ->
                journal.loaded(
                        cast.process(map, "by"),
                        new LoadedImage(
                                map.text("load"),
                                map.optionalText("signer").orElse(""),
                                cast.details(map.text("load"))),
                        at);
            case END -> journal.ended(cast.process(map, "end"), at);
            case EVENT -> journal.raw(rawEvent(map.map("event")), at);
        }
    }

    private Connection connection() {
        String hostName = map.optionalText("host").orElse("");
        return map.parsed("to", "an address with a port", text -> Connection.of(text, hostName));
    }

    private static RawEvent rawEvent(YamlMap map) {
        map.only("channel", "provider", "guid", "id", "data");
        return new RawEvent(
                map.text("channel"),
                map.text("provider"),
                map.optionalText("guid").orElse(""),
                map.parsed("id", "a number", Integer::parseInt),
                new LinkedHashMap<>(map.namedTexts("data")));
    }

    private static Verb verb(YamlMap map) {
        List<Verb> verbs = new ArrayList<>();
        for (Verb verb : Verb.values()) {
            if (map.has(verb.key)) {
                verbs.add(verb);
            }
        }
        if (verbs.size() != 1) {
            throw map.failure("a step does one of: start, connect, write, set, load, end, event");
        }
        return verbs.get(0);
    }

    private static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no duration: " + text);
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }
}
