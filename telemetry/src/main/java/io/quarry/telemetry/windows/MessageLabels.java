package io.quarry.telemetry.windows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The labels of one kind of message, in the order of its text. Immutable. */
final class MessageLabels {
    private static final String FILE = "messages.txt";
    private static final Map<String, MessageLabels> ALL = load();

    private final List<MessageLabel> all;
    private final Pattern pattern;

    private MessageLabels(List<MessageLabel> all) {
        this.all = List.copyOf(all);
        String texts = all.stream()
                .map(label -> Pattern.quote(label.text()).replace("#", "\\E\\d+\\Q"))
                .collect(Collectors.joining("|"));
        this.pattern = Pattern.compile("(?<!\\S)(" + texts + "):(?!\\S)");
    }

    /** Those of an event that {@code messages.txt} lists. */
    static Optional<MessageLabels> of(String provider, int eventId) {
        return Optional.ofNullable(ALL.get(provider + " " + eventId));
    }

    /** The first label from a place in the order on that reads so; -1 if there is none. */
    int indexOf(String written, int from) {
        for (int i = from; i < all.size(); i++) {
            if (all.get(i).reads(written)) {
                return i;
            }
        }
        return -1;
    }

    MessageLabel get(int index) {
        return all.get(index);
    }

    /** Finds what reads like a label: group 1 without the colon. */
    Matcher in(String message) {
        return pattern.matcher(message);
    }

    /** True if the message has a label that is not just a field's name. */
    boolean areIn(String message) {
        Matcher found = in(message);
        while (found.find()) {
            if (!get(indexOf(found.group(1), 0)).isName()) {
                return true;
            }
        }
        return false;
    }

    /** The fields of all labels. */
    Set<String> fields() {
        return all.stream()
                .filter(MessageLabel::isField)
                .map(MessageLabel::field)
                .collect(Collectors.toSet());
    }

    private static Map<String, MessageLabels> load() {
        Map<String, List<MessageLabel>> all = new HashMap<>();
        List<MessageLabel> labels = new ArrayList<>();
        for (String line : text().split("\n")) {
            if (line.startsWith("@ ")) {
                labels = new ArrayList<>();
                String provider = line.substring(2).replaceAll("( \\d+)+$", "");
                for (String id : line.substring(2 + provider.length()).strip().split(" ")) {
                    all.put(provider + " " + id, labels);
                }
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                add(labels, line);
            }
        }
        Map<String, MessageLabels> known = new HashMap<>();
        all.forEach((event, of) -> known.put(event, new MessageLabels(of)));
        return known;
    }

    private static void add(List<MessageLabel> labels, String line) {
        int equals = line.indexOf(" = ");
        if (equals > 0) {
            labels.add(new MessageLabel(line.substring(0, equals), line.substring(equals + 3)));
        } else if (line.endsWith(":")) {
            labels.add(new MessageLabel(line.substring(0, line.length() - 1), ""));
        } else {
            for (String name : line.split(" ")) {
                labels.add(new MessageLabel(name, name));
            }
        }
    }

    private static String text() {
        try (InputStream in = MessageLabels.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
